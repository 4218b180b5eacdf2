import { stat } from 'node:fs/promises'
import { reasonOf } from '../reasonOf'
import { censusHeader, type CensusHeader } from './censusHeader'
import { censusPieces } from './censusPieces'
import { refused } from './refused'

/** A census that was read to its end once: only such a one can be taken from. */
export interface CheckedCensus {
  readonly file: string
  readonly header: CensusHeader
  /** How many `Child` elements there are: for progress. */
  readonly children: number
  /** Size and time of the file when it was checked. */
  readonly stamp: string
}

/** All of England has fewer children in need. */
const MOST_CHILDREN = 400_000

export interface Checking {
  /** Called for every child. */
  readonly beat?: () => void
  /** Children a census may have: what has more would be read for longer than a worker is given. */
  readonly most?: number
}

/**
 * Reads a census to its end without taking anything, because it streams: what is wrong with its last line must be known before its first
 * child counts. Throws ExtractRefused with file, line and what to do.
 */
export async function checkCensus(file: string, { beat, most = MOST_CHILDREN }: Checking = {}): Promise<CheckedCensus> {
  const stamp = await stampOf(file)
  let header: CensusHeader | undefined
  let children = 0
  for await (const { element } of censusPieces(file)) {
    if (element === null) continue
    beat?.()
    if (element.name === 'Child') {
      children += 1
      if (children > most)
        throw refused(file, element.line, `there are more than ${most} children`, 'Give the census of one authority')
    } else if (header === undefined) header = censusHeader(file, element)
    else throw refused(file, element.line, 'there is a second Header', 'Give each census as a file of its own')
  }
  if (header === undefined)
    throw refused(file, null, 'there is no Header, so no ReferenceDate', 'Export the census with its header')
  if (children === 0) throw refused(file, null, 'there is no Child in it', 'Export the census with its children')
  return { file, header, children, stamp }
}

/** Throws ExtractRefused when the file is no longer the one that was checked. */
export async function stillTheSame({ file, stamp }: CheckedCensus): Promise<void> {
  if ((await stampOf(file)) !== stamp)
    throw refused(file, null, 'the file changed while it was read', 'Import it again when nobody writes to it')
}

async function stampOf(file: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(file)
    return `${String(size)} ${String(mtimeMs)}`
  } catch (error) {
    throw refused(file, null, `the file cannot be read (${reasonOf(error)})`, 'Give the XML file of the census')
  }
}
