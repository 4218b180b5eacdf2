import type { Transaction } from '../../prisma/database'
import type { PlannedCase } from '../planning/planCase'
import { climbOpen } from './climbOpen'
import type { DueAlert } from './dueAlerts'

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
 * Tells what alerts have to say by now, in the transaction that planned their case: nobody waits until a process has started or been woken. Answers by
 * alert when it speaks next: epoch milliseconds, null at the top. Throws AlertFailed when one of them cannot be told; nothing of the transaction may
 * stand then.
 */
export async function climbDue(
  tx: Transaction,
  planned: PlannedCase,
  due: readonly DueAlert[],
): Promise<ReadonlyMap<string, number | null>> {
  const speaksNext = new Map<string, number | null>()
  for (const { id } of due) {
    try {
      const next = await climbOpen(tx, planned, id)
      if (next !== undefined) speaksNext.set(id, next)
    } catch (error) {
      throw new AlertFailed(error)
    }
  }
  return speaksNext
}
