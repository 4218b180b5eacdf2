import { setTimeout as wait } from 'node:timers/promises'
import { TRANSACTION, type Database, type Transaction } from './database'

/** Deadlock and serialisation failure: the database asks to start anew. A lock not had in time: whoever holds it is likely done by now. */
const TRIES: Readonly<Record<string, number>> = { '40P01': 3, '40001': 3, '55P03': 2 }

/** The SQLSTATE of what the database refused; undefined for any other error. */
export const sqlState = (error: unknown): string | undefined => {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)?.meta
  return meta?.driverAdapterError?.cause?.originalCode
}

/** Somebody else was at work on the same rows: the same work may do in a while. */
export const isBusy = (error: unknown): boolean => (sqlState(error) ?? '') in TRIES

/** Runs `work` in one read-committed transaction, again when the database asks for it (three times at most, twice for a lock). Nothing inside may catch a database error. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, TRANSACTION)
    } catch (error) {
      const state = sqlState(error)
      if (state === undefined || attempt >= (TRIES[state] ?? 1)) throw error
      await wait(20 * attempt)
    }
  }
}
