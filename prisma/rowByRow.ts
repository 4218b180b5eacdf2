import type { Database, Transaction } from './database'
import { TRANSACTION } from './database'

/**
 * Asks in one transaction for few rows among many. Tables that were filled a moment ago have no statistics yet, and the planner may read all
 * of them to find those few: here it follows the indexes, whatever it believes.
 */
export const rowByRow = <T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`
      select set_config(name, 'off', true) from unnest(array['enable_hashjoin', 'enable_mergejoin', 'enable_material', 'enable_seqscan']) name`
    return work(tx)
  }, TRANSACTION)
