import type { Transaction } from '../../prisma/database'

/** Why a mail did not arrive, as far as that is known. `unknown`: the answer of the mail server was lost, twice. */
export type WhyUndelivered = 'refused' | 'gave-up' | 'unknown' | 'bounced' | 'no-address'

interface Undelivered {
  readonly messageId: string
  readonly why: WhyUndelivered
  /** For people; holds no address. */
  readonly detail: string
  readonly now: number
}

/**
 * Locks the open alerts a message speaks for; before the message, as everywhere (design.md 4). Answers their ids.
 */
export const lockAlertsBehind = async (tx: Transaction, messageId: string): Promise<readonly string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
    select id from escalation where state = 'open' and id in (
      select escalation_id from notice where message_id = ${messageId}::uuid and withdrawn_at is null) order by id for update`
  ).map(({ id }) => id)

/**
 * Makes a task for a person of a message that did not arrive: one for each message, whatever comes after. Its alerts look at their ladder again: their
 * moment is now, so that `reconcile` wakes them if nobody else does. The caller has locked them, and the message.
 */
export async function openTask(tx: Transaction, alerts: readonly string[], undelivered: Undelivered): Promise<void> {
  const { messageId, why, detail, now } = undelivered
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    insert into delivery_task (message_id, recipient_id, opened_at, why, detail, address)
    select id, recipient_id, ${moment}::timestamptz, ${why}, ${detail}, sent_to from message where id = ${messageId}::uuid
    on conflict (message_id) do update set why = excluded.why, detail = excluded.detail where delivery_task.done_at is null`
  await wakeAlerts(tx, alerts, now)
}

/** Has open alerts look at their ladder now. */
export const wakeAlerts = (tx: Transaction, alerts: readonly string[], now: number): Promise<number> => tx.$executeRaw`
  update escalation set next_moment = least(next_moment, ${new Date(now).toISOString()}::timestamptz)
  where id = any(${[...alerts]}::uuid[]) and state = 'open'`
