import type { Transaction } from '../../prisma/database'
import { appendEntry } from './appendEntry'

interface End {
  readonly escalationId: string
  readonly entry: 'resolved' | 'withdrawn'
  /** Who withdrew it; null when the fact itself resolved it. */
  readonly personId: string | null
  readonly reason: string
  readonly now: number
}

/**
 * Ends an escalation, with its reason on the log. What it had still to tell is taken back by the planner. It keeps the due date it ended on: one
 * that a manager withdrew comes back only when that date moves.
 */
export async function endEscalation(
  tx: Transaction,
  { escalationId, entry, personId, reason, now }: End,
): Promise<void> {
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    update escalation set state = ${entry}, ended_at = ${moment}::timestamptz, next_moment = null, problem = null,
      due_on = (select o.due_on from obligation o where o.id = escalation.obligation_id)
    where id = ${escalationId}::uuid and state = 'open'`
  await appendEntry(tx, { escalationId, entry, rung: null, personId, reason, now })
}
