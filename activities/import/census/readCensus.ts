import path from 'node:path'
import type { Finding, Found } from '../finding'
import type { ImportedFamily } from '../imported'
import { stableId } from '../stableId'
import type { CensusElement } from './censusElement'
import { censusFinding, type CensusFindingKind } from './censusFinding'
import { censusPieces } from './censusPieces'
import { stillTheSame, type CheckedCensus } from './checkCensus'
import { counted, type Report } from './childReading'
import { numberedEvents, type EventPlaces } from './numberedEvents'
import { readChild } from './readChild'
import { identifiersOf } from './readIdentity'
import { RecordRejected, type Place } from './recordReader'
import type { UnknownElement } from './pieceBuilder'

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
 * What cannot be taken is a finding. Memory stays flat but for the ids of the children. Throws ExtractRefused when the file changed.
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
    const id = idOf(identifiers, found, { file, element, seen })
    for (const one of unknown) found(aboutUnknown(file, one, id))
    if (id === null) continue
    seen.set(id, element.line)
    const finding =
      (taken: Finding['taken']): Report =>
      (kind, { line, field }, problem) =>
        found(censusFinding({ kind, file, line, record: id, field, problem, taken }))
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
}

/** An element that is not known, told once for each name: on its first line, with the child it stands in. */
const aboutUnknown = (file: string, { name, line, inside }: UnknownElement, id: string | null): Finding =>
  censusFinding({
    kind: 'unknown-element',
    file,
    line,
    record: inside ? id : null,
    field: name,
    problem: `${name} is not an element this version knows. It was left alone, everything else was taken; a newer version may read it.`,
    taken: 'warning',
  })

interface Around {
  readonly file: string
  readonly element: CensusElement
  readonly seen: ReadonlyMap<string, number>
}

/** The id of a child; null, with a finding, when there is none to take it by. */
function idOf(
  identifiers: ReturnType<typeof identifiersOf>,
  found: Found,
  { file, element, seen }: Around,
): string | null {
  const reject = (kind: CensusFindingKind, record: string | null, problem: string): null => {
    const { line } = identifiers.place('LAchildID')
    found(censusFinding({ kind, file, line, record, field: 'LAchildID', problem, taken: 'rejected' }))
    return null
  }
  try {
    const id = identifiers.text('LAchildID')
    if (id === '') return reject('missing-value', null, 'The child has no id. Add it upstream; the child was left out.')
    const before = seen.get(id)
    if (before === undefined) return id
    return reject(
      'repeated-id',
      id,
      `Child ${id} starts on line ${before} and again on line ${element.line}; the first stands. Put them together upstream.`,
    )
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error
    return reject(error.kind, null, `${error.problem} Give the child one id upstream; the child was left out.`)
  }
}
