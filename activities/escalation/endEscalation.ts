import type { Transaction } from '../../prisma/database'
import { appendEntry } from './appendEntry'

interface End {
  readonly escalationId: string
  /** `joined`: it goes on in another alert. */
  readonly entry: 'resolved' | 'withdrawn' | 'joined'
  /** Who withdrew it; null when the fact itself resolved it. */
  readonly personId: string | null
  readonly reason: string
  readonly now: number
  readonly commandId?: string
}

/**
 * Ends an escalation, with its reason on the log. What it had still to tell is taken back by the planner. It and all that it speaks of keep the due
 * dates they ended on: one that a manager withdrew comes back only when its date moves.
 */
export async function endEscalation(tx: Transaction, { escalationId, entry, now, ...log }: End): Promise<void> {
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    update escalation set state = ${entry}, ended_at = ${moment}::timestamptz, next_moment = null, problem = null,
      due_on = (select o.due_on from obligation o where o.id = escalation.obligation_id)
    where id = ${escalationId}::uuid and state = 'open'`
  await tx.$executeRaw`
    update escalation_member m set left_at = ${moment}::timestamptz, due_on = o.due_on
    from obligation o where o.id = m.obligation_id and m.escalation_id = ${escalationId}::uuid and m.left_at is null`
  await appendEntry(tx, { escalationId, entry, rung: null, now, ...log })
}
