import type { Transaction } from '../../prisma/database'

const WHY = 'a later word about it was written while sending was held'

/**
 * Of what was written while nothing could leave, leaves each reader the latest word of the case on each matter, and one digest with all of them: what
 * has passed is told at once, never day by day. What an escalation says stays: it is on its log, and every alert is a mail of its own.
 */
export async function foldBacklog(tx: Transaction, now: number): Promise<void> {
  // A delivery that holds one of them is sending it: it finishes first, and what it sent is no backlog.
  await tx.$queryRaw`select id from message where state in ('created', 'unsent') order by id for update`
  await foldNotices(tx, now)
  await foldDigests(tx)
  await foldWeeks(tx)
}

const foldNotices = (tx: Transaction, now: number): Promise<number> => tx.$executeRaw`
  update notice set withdrawn_at = ${new Date(now).toISOString()}::timestamptz, withdrawn_why = ${WHY}, message_id = null where id in (
    select old.id from notice old join message m on m.id = old.message_id and m.state in ('created', 'unsent')
    where old.withdrawn_at is null and old.escalation_id is null and exists (
      select from notice newer where newer.obligation_id = old.obligation_id and newer.due_revision = old.due_revision
        and newer.recipient_id = old.recipient_id and newer.role = old.role and newer.escalation_id is null
        and newer.withdrawn_at is null and (newer.send_on, newer.written_at) > (old.send_on, old.written_at))
    order by old.id for update of old)`

/** Into the newest digest of each reader goes what the older ones still say. Those are withdrawn by their deliveries: nothing is left to say in them. */
const foldDigests = (tx: Transaction): Promise<number> => tx.$executeRaw`
  with digest as (
    select id, first_value(id) over (partition by recipient_id order by day desc, created_at desc, id desc) as newest
    from message where lane = 'digest' and state in ('created', 'unsent')
      and id in (select message_id from notice where withdrawn_at is null))
  update notice set message_id = digest.newest from digest where message_id = digest.id and digest.id <> digest.newest`

/** Of the weekly mails of a reader only the newest leaves: what is open is the same, and what happened in the weeks before is on the cases. */
const foldWeeks = (tx: Transaction): Promise<number> => tx.$executeRaw`
  update message old set state = 'withdrawn', next_moment = null where old.lane = 'weekly' and old.state in ('created', 'unsent') and exists (
    select from message newer where newer.recipient_id = old.recipient_id and newer.lane = 'weekly' and newer.day > old.day
      and newer.state in ('created', 'unsent'))`
