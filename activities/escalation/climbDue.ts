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

/** An alert that has said what it had to, and when it speaks next: epoch milliseconds, null at the top. */
export interface Climbed extends DueAlert {
  readonly nextMoment: number | null
}

/**
 * Tells what alerts have to say by now, in the transaction that planned their case: nobody waits until a process has started or been woken. Throws
 * AlertFailed when one of them cannot be told; nothing of the transaction may stand then.
 */
export async function climbDue(
  tx: Transaction,
  planned: PlannedCase,
  due: readonly DueAlert[],
): Promise<readonly Climbed[]> {
  const climbed: Climbed[] = []
  for (const alert of due) {
    try {
      const nextMoment = await climbOpen(tx, planned, alert.id)
      if (nextMoment !== undefined) climbed.push({ ...alert, nextMoment })
    } catch (error) {
      throw new AlertFailed(error)
    }
  }
  return climbed
}
