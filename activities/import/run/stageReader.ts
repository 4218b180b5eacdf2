import { randomUUID } from 'node:crypto'
import type { Database, Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { ImportRun } from './importRun'

/** One worker's reading of one table. */
export interface StageReader {
  readonly runId: string
  /** A table of an extract, or what the children of a census are kept under. */
  readonly table: string
  /** Who reads: the run knows the last one that began. */
  readonly reader: string
}

/** A worker that was paused, and whose table another one has taken over meanwhile. It stops: what the other one wrote stands. */
export class ReadByAnother extends Error {
  override readonly name = 'ReadByAnother'
  constructor() {
    super('Another worker has taken this import over. This one stops; nothing has to be done.')
  }
}

/** Becomes the one that reads a table; from now on nobody who began before writes another row of the run. Undefined when the table has been read. */
export async function beginReading(db: Database, { id }: ImportRun, table: string): Promise<StageReader | undefined> {
  const reader = randomUUID()
  const begun = await db.$executeRaw`
    update import_run set reader = ${reader}::uuid
    where id = ${id}::uuid and state = 'reading' and tables_read -> ${table}::text is null`
  return begun === 0 ? undefined : { runId: id, table, reader }
}

/**
 * The run, if it is still this reader's: for a statement that writes rows, and that the next reader then waits for. One statement, no transaction:
 * a worker that is paused in the middle would hold the row until it wakes.
 */
export const stillReading = ({ runId, reader }: StageReader): Prisma.Sql => Prisma.sql`
  (select id from import_run where id = ${runId}::uuid and reader = ${reader}::uuid for share)`

/** Notes that a table has been read to its end, with its rows. Throws ReadByAnother, and the caller's transaction is taken back. */
export async function endReading(tx: Transaction, { runId, table, reader }: StageReader, rows: number): Promise<void> {
  const ended = await tx.$executeRaw`
    update import_run set tables_read = tables_read || ${JSON.stringify({ [table]: rows })}::jsonb, reader = null
    where id = ${runId}::uuid and reader = ${reader}::uuid`
  if (ended === 0) throw new ReadByAnother()
}
