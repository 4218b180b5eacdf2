import path from 'node:path'
import type { Finding, Found } from '../finding'
import type { ImportedFamily } from '../imported'
import { stableId } from '../stableId'
import { aboutUnknown } from './aboutUnknown'
import { censusPieces } from './censusPieces'
import { stillTheSame, type CheckedCensus } from './checkCensus'
import { counted, type Report } from './childReading'
import { childIdOf } from './childIdOf'
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

/** The elements that are counted, each a record of its own. */
const RECORDS = [
  'Child',
  'CINdetails',
  'Assessments',
  'CINPlanDates',
  'Section47',
  'ChildProtectionPlans',
  'CPPreviewDate',
]

interface Reading {
  /** Records taken by element name: filled here. */
  readonly read: Record<string, number>
  readonly found: Found
}

/**
 * The children of a census that was checked, one at a time and in the file's order; the same child, case and event ids whatever that order.
 * What cannot be taken is a finding. Memory stays flat but for the ids of the children. Throws ExtractRefused when the file changed,
 * which is seen before the first child and after the last.
 */
export async function* readCensus(census: CheckedCensus, { read, found }: Reading): AsyncGenerator<CensusFamily> {
  await stillTheSame(census)
  for (const name of RECORDS) read[name] = 0
  const file = path.basename(census.file)
  const asAt = census.header.referenceDate
  const seen = new Map<string, number>()
  for await (const { element, unknown } of censusPieces(census.file)) {
    if (element?.name !== 'Child') {
      for (const one of unknown) found(aboutUnknown(file, one, null))
      continue
    }
    const identifiers = identifiersOf(element, asAt)
    const id = childIdOf(identifiers, found, { file, element, seen })
    for (const one of unknown) found(aboutUnknown(file, one, id))
    if (id === null) continue
    seen.set(id, element.line)
    const finding =
      (taken: Finding['taken']): Report =>
      (kind, { line, field }, problem) =>
        found({ kind, file, line, record: id, field, problem, taken })
    counted(read, 'Child')
    const reading = { asAt, read, warn: finding('warning'), reject: finding('rejected') }
    const { child, events, open } = readChild(element, id, identifiers, reading)
    yield {
      id: stableId('case', 'ssd', `child-${id}`),
      sourceId: `child-${id}`,
      ref: `N-child-${id}`,
      teamId: null,
      open,
      children: [child],
      file,
      bornAt: identifiers.place('PersonBirthDate'),
      ...numberedEvents(id, events),
    }
  }
  await stillTheSame(census)
}
