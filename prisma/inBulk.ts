import type { Database, Transaction } from './database'

/** Milliseconds. A statement over a whole extract takes longer than what people wait for. */
const TIMEOUT = 120_000

/**
 * Runs statements over whole tables in one transaction. Tables that were filled a moment ago have no statistics yet, and the planner would take
 * them for empty and look row by row: it must not here.
 */
export const inBulk = <T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`set local enable_nestloop = off`
      await tx.$executeRaw`set local statement_timeout = '60s'`
      return work(tx)
    },
    { timeout: TIMEOUT, maxWait: 5_000 },
  )
