import type { Database, Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { inBulk } from '../../../prisma/inBulk'
import { SSD_TABLE_NAMES } from '../ssdTables'
import { brings, type ImportRun } from './importRun'

/** Keeps what the extract says about some children, for the day on which a table is left out. A row that cannot be read stays as it was. */
export async function keepRowsOfChildren(tx: Transaction, run: ImportRun, children: readonly string[]): Promise<void> {
  const about = [...children]
  await tx.$executeRaw`
    with kept as (
      insert into upstream_row (tbl, record, child, line, print, cells)
      select tbl, record, child, line, print, cells from import_row
      where run_id = ${run.id}::uuid and child = any(${about}::text[]) and standing = 'came'
      on conflict (tbl, record) do update set child = excluded.child, line = excluded.line, print = excluded.print, cells = excluded.cells, gone_on = null
      where upstream_row.print <> excluded.print or upstream_row.gone_on is not null)
    update upstream_row u set gone_on = ${run.asAt}::date from import_row i
    where u.child = any(${about}::text[]) and u.gone_on is null
      and i.run_id = ${run.id}::uuid and i.tbl = u.tbl and i.record = u.record and i.standing = 'gone'`
}

const AT_ONCE = 20_000

/** The same for what is about no child of a case: staff, teams, rows of children nobody knows. And the lines, which move without a change. */
export async function keepOtherRows(db: Database, run: ImportRun, beat: () => void): Promise<void> {
  for (const table of SSD_TABLE_NAMES.filter((one) => brings(run, one))) {
    await inBulk(db, async (tx) => {
      await tx.$executeRaw`
        insert into upstream_row (tbl, record, child, line, print, cells)
        select i.tbl, i.record, i.child, i.line, i.print, i.cells from import_row i
        left join upstream_row u on u.tbl = i.tbl and u.record = i.record
        where i.run_id = ${run.id}::uuid and i.tbl = ${table} and i.standing = 'came'
          and (u.record is null or (u.print, u.line) is distinct from (i.print, i.line) or u.gone_on is not null)
          and i.child not in (${NOT_TAKEN(run)})
        on conflict (tbl, record) do update set child = excluded.child, line = excluded.line, print = excluded.print, cells = excluded.cells, gone_on = null`
      await tx.$executeRaw`
        update upstream_row u set line = i.line from import_row i
        where i.run_id = ${run.id}::uuid and i.tbl = ${table} and i.standing = 'moved' and u.tbl = i.tbl and u.record = i.record`
      await tx.$executeRaw`
        update upstream_row u set gone_on = ${run.asAt}::date from import_row i
        where i.run_id = ${run.id}::uuid and i.tbl = ${table} and i.standing = 'gone' and u.tbl = i.tbl and u.record = i.record
          and u.gone_on is null and u.child not in (${NOT_TAKEN(run)})`
    })
    beat()
  }
}

/** Children of cases that could not be taken. */
const NOT_TAKEN = ({ id }: ImportRun): Prisma.Sql =>
  Prisma.sql`select unnest(children) from import_case where run_id = ${id}::uuid and not_taken`

/** Forgets the rows of a run that has ended. */
export async function dropRows(db: Database, runId: string, beat: () => void): Promise<void> {
  for (let gone = AT_ONCE; gone > 0;) {
    gone = await db.$executeRaw`
      delete from import_row where ctid in (select ctid from import_row where run_id = ${runId}::uuid limit ${AT_ONCE})`
    beat()
  }
}
