import type { Database, Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { recordName } from '../familyRows'
import type { SsdRow } from '../ssdRow'
import type { SsdTable } from '../ssdTables'
import type { ImportRun } from './importRun'

/** The extract as it is now: what it says otherwise than the last one, and the rest as that one left it. Columns tbl, record, child, line, print, cells. */
export const current = ({ id }: ImportRun): Prisma.Sql => Prisma.sql`(
  select tbl, record, child, line, print, cells from import_row where run_id = ${id}::uuid and standing in ('came', 'unreadable')
  union all
  select u.tbl, u.record, u.child, coalesce(i.line, u.line), u.print, u.cells
  from upstream_row u left join import_row i on i.run_id = ${id}::uuid and i.tbl = u.tbl and i.record = u.record
  where u.gone_on is null and (i.standing is null or i.standing = 'moved'))`

interface Row {
  readonly tbl: SsdTable
  readonly record: string
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

const toRow = ({ tbl, record, line, cells }: Row): SsdRow => ({ table: tbl, id: record, line, values: cells })

/** The rows of a whole table, as its file has them. */
export async function rowsOfTable(
  db: Database | Transaction,
  run: ImportRun,
  table: SsdTable,
): Promise<readonly SsdRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select tbl, record, line, cells from ${current(run)} c where tbl = ${table} and cells is not null order by line, record`
  return rows.map(toRow)
}

/** The rows about some children, as their files have them. */
export async function rowsOfChildren(
  db: Database | Transaction,
  run: ImportRun,
  children: readonly string[],
): Promise<readonly SsdRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select tbl, record, line, cells from ${current(run)} c where child = any(${[...children]}::text[]) and cells is not null
    order by tbl, line, record`
  return rows.map(toRow)
}

/** The same, each with the child it is about; at most so many. */
export async function rowsOfEachChild(
  db: Database | Transaction,
  run: ImportRun,
  children: readonly string[],
  atMost: number,
): Promise<readonly { readonly child: string; readonly row: SsdRow }[]> {
  const rows = await db.$queryRaw<(Row & { child: string })[]>`
    select tbl, record, line, cells, child from ${current(run)} c where child = any(${[...children]}::text[]) and cells is not null
    limit ${atMost}`
  return rows.map((row) => ({ child: row.child, row: toRow(row) }))
}

/** `table/record` of what stands in the extract and cannot be read. */
export async function unreadableRecords(db: Database | Transaction, run: ImportRun): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ tbl: SsdTable; record: string }[]>`
    select tbl, record from import_row where run_id = ${run.id}::uuid and standing = 'unreadable'`
  return new Set(rows.map(({ tbl, record }) => recordName(tbl, record)))
}
