import type { Finding, Found } from '../finding'
import type { ImportedFamily } from '../imported'
import { stableId } from '../stableId'
import type { CensusChild } from './censusChildren'
import { counted, type Report } from './childReading'
import { numberedEvents, type EventPlaces } from './numberedEvents'
import { readChild } from './readChild'
import { identifiersOf } from './readIdentity'
import type { Place } from './recordReader'

/** A child of a census is a case of its own: a census knows no families. */
export interface CensusFamily extends ImportedFamily, EventPlaces {
  /** The file's name, for findings. */
  readonly file: string
  /** Where the date of birth stands. */
  readonly bornAt: Place
}

export interface FamilyReading {
  /** The file's name. */
  readonly file: string
  /** The reference date, ISO. */
  readonly asAt: string
  /** Records taken by element name: counted here. */
  readonly read: Record<string, number>
  readonly found: Found
}

/** The upstream name and the id of the case a child of a census would be by itself. */
export const ownCase = (child: string): { readonly id: string; readonly sourceId: string } => ({
  id: stableId('case', 'ssd', `child-${child}`),
  sourceId: `child-${child}`,
})

/** What a census says of a child; the same ids whatever the order of what stands in it. What cannot be taken is a finding. */
export function censusFamily({ id, element }: CensusChild, { file, asAt, read, found }: FamilyReading): CensusFamily {
  const finding =
    (taken: Finding['taken']): Report =>
    (kind, { line, field }, problem) =>
      found({ kind, file, line, record: id, field, problem, taken })
  counted(read, 'Child')
  const identifiers = identifiersOf(element, asAt)
  const reading = { asAt, read, warn: finding('warning'), reject: finding('rejected') }
  const { child, events, open } = readChild(element, id, identifiers, reading)
  return {
    ...ownCase(id),
    ref: `N-child-${id}`,
    teamId: null,
    open,
    children: [child],
    file,
    bornAt: identifiers.place('PersonBirthDate'),
    ...numberedEvents(id, events),
  }
}
