import { setTimeout as wait } from 'node:timers/promises'
import { TRANSACTION, type Database, type Transaction } from './database'

/** Deadlock and serialisation failure: the database asks to start anew. */
const START_ANEW = new Set(['40P01', '40001'])

const sqlState = (error: unknown): string | undefined => {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)?.meta
  return meta?.driverAdapterError?.cause?.originalCode
}

/** Runs `work` in one read-committed transaction, again when the database asks for it (three times at most). Nothing inside may catch a database error. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, TRANSACTION)
    } catch (error) {
      const state = sqlState(error)
      if (attempt >= 3 || state === undefined || !START_ANEW.has(state)) throw error
      await wait(20 * attempt)
    }
  }
}
