import type { TableHashes } from '../checkFolder'
import type { SsdTable } from '../ssdTables'

/**
 * The first table that an extract leaves out as unchanged, and that is another one than in the extract before: one in between is missing.
 * What no manifest told counts as the same.
 */
export const missedTable = (
  leftOut: readonly SsdTable[],
  hashes: TableHashes,
  before: TableHashes,
): SsdTable | undefined =>
  leftOut.find((table) => {
    const [now, then] = [hashes[table], before[table]]
    return now !== undefined && then !== undefined && now.toLowerCase() !== then.toLowerCase()
  })
