import { TRANSACTION, type Database, type Transaction } from '../../../prisma/database'

class LookedAtOnly extends Error {
  override readonly name = 'LookedAtOnly'
}

/** Does something in a transaction and takes all of it back: what it saw is the caller's to keep. */
export async function rolledBack(db: Database, work: (tx: Transaction) => Promise<void>): Promise<void> {
  try {
    await db.$transaction(async (tx) => {
      await work(tx)
      throw new LookedAtOnly()
    }, TRANSACTION)
  } catch (error) {
    if (!(error instanceof LookedAtOnly)) throw error // that one is how it ends
  }
}
