import type { Database } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import { ExtractRefused } from '../finding'
import { fileOf } from '../readTable'
import type { SsdTable } from '../ssdTables'
import { current } from './currentRows'
import type { ImportRun } from './importRun'

/** More rows in one table than any child has in a childhood: ten contacts a week for eighteen years. A case is held in memory while it is mapped. */
const MOST_OF_A_CHILD = 10_000

/** Stops when one child has more rows in a table than a child can have: a broken export, and more than memory is meant to hold. Throws ExtractRefused. */
export async function refuseCrowdedChildren(db: Database, run: ImportRun): Promise<void> {
  const [crowded] = await inBulk(
    db,
    (tx) => tx.$queryRaw<{ tbl: SsdTable; child: string; rows: number }[]>`
      select tbl, child, count(*)::int as rows from ${current(run)} c
      where child in (select child from import_row where run_id = ${run.id}::uuid and standing = 'came' and child <> '')
      group by tbl, child having count(*) > ${MOST_OF_A_CHILD} order by count(*) desc, tbl, child limit 1`,
  )
  if (crowded === undefined) return
  const { tbl, child, rows } = crowded
  throw new ExtractRefused(
    `${fileOf(tbl)} holds ${rows.toLocaleString('en-GB')} rows about child ${child}, and no child has more than ${MOST_OF_A_CHILD.toLocaleString('en-GB')}. Check what was exported; nothing was imported.`,
  )
}
