import type { Database } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import { ExtractRefused } from '../finding'
import { fileOf } from '../readTable'
import { SSD_TABLE_NAMES } from '../ssdTables'
import { brings, type ImportRun } from './importRun'

/** Tables smaller than this say nothing by shrinking. */
const SMALL = 10

/** Stops when a table holds less than half of the rows it held before: more likely a broken export than what happened. Throws ExtractRefused. */
export async function refuseShrunkTables(db: Database, run: ImportRun): Promise<void> {
  const rows = await inBulk(
    db,
    (tx) => tx.$queryRaw<{ tbl: string; rows: number }[]>`
      select tbl, count(*)::int as rows from upstream_row where gone_on is null group by tbl`,
  )
  const before = new Map(rows.map((row) => [row.tbl, row.rows]))
  for (const table of SSD_TABLE_NAMES) {
    const had = before.get(table) ?? 0
    const has = run.tablesRead[table] ?? 0
    if (!brings(run, table) || had < SMALL || has * 2 >= had || run.options.acceptFewer.includes(table)) continue
    throw new ExtractRefused(
      `${fileOf(table)} holds ${String(has)} rows, and held ${String(had)} in the last extract. If that is true, import again with --accept-fewer ${table}; if not, export the table again. Nothing was imported.`,
    )
  }
}
