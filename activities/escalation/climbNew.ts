import type { Transaction } from '../../prisma/database'
import type { PlannedCase } from '../planning/planCase'
import { climbOpen } from './climbOpen'
import { notYetTakenUp } from './notYetTakenUp'

/** An alert that could not be told with the plan of its case. Its own process asks again, and shows what is wrong. */
export class AlertFailed extends Error {
  /** What the database said, where it was the database: a transaction that was in somebody's way is tried again (`inTransaction`). */
  readonly meta: unknown
  constructor(cause: unknown) {
    super('An alert could not be told with the plan of its case.', { cause })
    this.meta = (cause as { meta?: unknown } | null)?.meta
  }
}

/**
 * Tells what alerts that no process has taken up have to say, in the transaction that planned their case: nobody waits until a process has started. Answers
 * their ids. Throws AlertFailed when one of them cannot be told; nothing of the transaction may stand then.
 */
export async function climbNew(tx: Transaction, planned: PlannedCase): Promise<readonly string[]> {
  const ids = await notYetTakenUp(tx, planned.row.id)
  for (const id of ids) {
    try {
      await climbOpen(tx, planned, id)
    } catch (error) {
      throw new AlertFailed(error)
    }
  }
  return ids
}
