import { within, type CensusElement } from './censusElement'
import { censusDay } from './censusDay'
import { refused } from './refused'

/** What a census says about itself. */
export interface CensusHeader {
  readonly collection: string
  /** As written; older and newer years are read alike. Null when the header does not say. */
  readonly year: string | null
  /** The day as of which everything is told, ISO. */
  readonly referenceDate: string
  /** The authority's code, or null. */
  readonly authority: string | null
}

/** Reads a `Header`. Throws ExtractRefused when it is of another collection or has no day of reference. */
export function censusHeader(file: string, header: CensusElement): CensusHeader {
  const details = within(header, 'CollectionDetails')
  const find = (parents: readonly CensusElement[], name: string): CensusElement | undefined =>
    parents.flatMap((parent) => within(parent, name)).find(({ text }) => text !== '')
  const collection = find(details, 'Collection')
  if (collection !== undefined && collection.text.toUpperCase() !== 'CIN')
    throw refused(file, collection.line, 'the collection is not CIN', 'Give the children in need census')
  const reference = find(details, 'ReferenceDate')
  if (reference === undefined)
    throw refused(file, header.line, 'the header has no ReferenceDate', 'Add the day as of which the census is told')
  const referenceDate = censusDay(reference.text)
  if (referenceDate === undefined)
    throw refused(file, reference.line, 'the ReferenceDate is not a day that exists', 'Write it like 2026-03-31')
  return {
    collection: 'CIN',
    year: find(details, 'Year')?.text ?? null,
    referenceDate,
    authority: find(within(header, 'Source'), 'LEA')?.text ?? null,
  }
}
