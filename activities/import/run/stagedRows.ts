import type { Database } from '../../../prisma/database'
import type { ImportRun } from './importRun'

/** What stands in a file, kept beside the database's facts until its run has ended. */
export interface StagedRow {
  readonly record: string
  readonly child: string
  readonly line: number
  readonly print: string
  /** Null: the record stands in the file and cannot be read. */
  readonly cells: unknown
}

/** Keeps some rows of a table; one that is there already stays. */
export const writeRows = (
  db: Database,
  { id }: ImportRun,
  table: string,
  rows: readonly StagedRow[],
): Promise<number> => db.$executeRaw`
  insert into import_row (run_id, tbl, record, child, line, print, cells)
  select ${id}::uuid, ${table}, r.record, r.child, r.line, r.print, r.cells
  from json_populate_recordset(null::import_row, ${JSON.stringify(rows)}::json) r on conflict do nothing`

/** Forgets the rows of a table: it is read anew. */
export async function clearRows(db: Database, { id }: ImportRun, table: string): Promise<void> {
  const some = (): Promise<number> => db.$executeRaw`
    delete from import_row where ctid in (select ctid from import_row where run_id = ${id}::uuid and tbl = ${table} limit 20000)`
  while ((await some()) > 0);
}
