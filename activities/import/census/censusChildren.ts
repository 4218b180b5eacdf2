import path from 'node:path'
import type { Found } from '../finding'
import { aboutUnknown } from './aboutUnknown'
import type { CensusElement } from './censusElement'
import { censusPieces } from './censusPieces'
import { stillTheSame, type CheckedCensus } from './checkCensus'
import { childIdOf } from './childIdOf'
import { identifiersOf } from './readIdentity'

/** A child as it stands in the file. */
export interface CensusChild {
  /** `LAchildID`. */
  readonly id: string
  readonly element: CensusElement
}

/**
 * The children of a census that was checked, one at a time and in the file's order, each id once. Memory stays flat but for the ids. Throws
 * ExtractRefused when the file changed, which is seen before the first child and after the last.
 */
export async function* censusChildren(census: CheckedCensus, found: Found): AsyncGenerator<CensusChild> {
  await stillTheSame(census)
  const file = path.basename(census.file)
  const seen = new Map<string, number>()
  for await (const { element, unknown } of censusPieces(census.file)) {
    if (element?.name !== 'Child') {
      for (const one of unknown) found(aboutUnknown(file, one, null))
      continue
    }
    const id = childIdOf(identifiersOf(element, census.header.referenceDate), found, { file, element, seen })
    for (const one of unknown) found(aboutUnknown(file, one, id))
    if (id === null) continue
    seen.set(id, element.line)
    yield { id, element }
  }
  await stillTheSame(census)
}
