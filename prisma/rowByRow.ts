import type { Database, Transaction } from './database'
import { TRANSACTION } from './database'

/**
 * Asks in one transaction for few rows among many. Tables that were filled a moment ago have no statistics yet, and the planner may read all
 * of them to find those few: here it follows the indexes, whatever it believes.
 */
export const rowByRow = <T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`
    return work(tx)
  }, TRANSACTION)
