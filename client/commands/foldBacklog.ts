import type { Transaction } from '../../prisma/database'

const WHY = 'a later word about it was written while sending was held'

/**
 * Of what was written while nothing could leave, leaves each reader the latest word of the case on each matter: steps that have passed are told as one
 * notice, never one by one. What an escalation says stays: it is on its log.
 */
export const foldBacklog = (tx: Transaction, now: number): Promise<number> => tx.$executeRaw`
  update notice set withdrawn_at = ${new Date(now).toISOString()}::timestamptz, withdrawn_why = ${WHY}, message_id = null where id in (
    select old.id from notice old join message m on m.id = old.message_id and m.state in ('created', 'unsent')
    where old.withdrawn_at is null and old.escalation_id is null and exists (
      select from notice newer where newer.obligation_id = old.obligation_id and newer.due_revision = old.due_revision
        and newer.recipient_id = old.recipient_id and newer.role = old.role and newer.escalation_id is null
        and newer.withdrawn_at is null and (newer.send_on, newer.written_at) > (old.send_on, old.written_at))
    order by old.id for update of old)`
