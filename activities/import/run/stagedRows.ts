import type { Database } from '../../../prisma/database'
import { ReadByAnother, stillReading, type StageReader } from './stageReader'

const CLEARED_AT_ONCE = 20_000

/** Whether a row is new or says something else, stands there and cannot be read, only stands on another line, or stands there no more. */
export type Standing = 'came' | 'unreadable' | 'moved' | 'gone'

/** What stands in a file, kept beside the database's facts until its run has ended. */
export interface StagedRow {
  readonly standing: Standing
  readonly record: string
  readonly child: string
  readonly line: number
  readonly print: string
  /** Null unless it came. */
  readonly cells: unknown
}

/** What is kept of a row that says nothing, or nothing new. */
export const rowWithout = (standing: Exclude<Standing, 'came'>, record: string): StagedRow => ({
  standing,
  record,
  child: '',
  line: 0,
  print: '',
  cells: null,
})

/** Keeps some rows of a table, if this is still the one that reads; a row that is there already stays. */
export async function writeRows(db: Database, reading: StageReader, rows: readonly StagedRow[]): Promise<void> {
  const [mine] = await db.$queryRaw<unknown[]>`
    with run as ${stillReading(reading)}, added as (
      insert into import_row (run_id, tbl, record, child, line, print, cells, standing)
      select run.id, ${reading.table}, r.record, r.child, r.line, r.print, r.cells, r.standing
      from run, json_populate_recordset(null::import_row, ${JSON.stringify(rows)}::json) r on conflict do nothing)
    select 1 as mine from run`
  if (mine === undefined) throw new ReadByAnother()
}

/** Takes away what a reading before this one left of the table. */
export async function clearRows(db: Database, reading: StageReader, beat: () => void): Promise<void> {
  for (let gone = 1; gone > 0;) {
    const [mine] = await db.$queryRaw<{ gone: number }[]>`
      with run as ${stillReading(reading)}, gone as (
        delete from import_row where ctid in (
          select i.ctid from import_row i, run where i.run_id = run.id and i.tbl = ${reading.table} limit ${CLEARED_AT_ONCE})
        returning 1)
      select (select count(*) from gone)::int as gone from run`
    if (mine === undefined) throw new ReadByAnother()
    gone = mine.gone
    beat()
  }
}
