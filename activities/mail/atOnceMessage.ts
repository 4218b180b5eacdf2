import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'

interface AtOnce {
  readonly recipientId: string
  readonly lane: 'at-once' | 'invitation'
  /** The Message-ID of the first mail about this, the second … of a day. */
  readonly mailIdOf: (part: number) => string
  /** Epoch milliseconds. */
  readonly now: number
  /** Epoch milliseconds: when the mail may leave. */
  readonly leaves: number
}

/** The mail that takes what is told at once: the one of its day that has not left, or the next. Answers its id. */
export async function atOnceMessage(
  tx: Transaction,
  { recipientId, lane, mailIdOf, now, leaves }: AtOnce,
): Promise<string> {
  const moment = new Date(now).toISOString()
  const day = londonDay(now).toString()
  for (let part = 1; ; part += 1) {
    const [message] = await tx.$queryRaw<{ id: string }[]>`
      insert into message (id, mail_id, recipient_id, lane, day, state, created_at, next_moment)
      values (${newId(now)}::uuid, ${mailIdOf(part)}, ${recipientId}::uuid, ${lane}, ${day}::date, 'created', ${moment}::timestamptz,
        ${new Date(leaves).toISOString()}::timestamptz)
      on conflict (mail_id) do update set
        state = case when message.state = 'withdrawn' then 'created' else message.state end,
        first_try_at = case when message.state = 'withdrawn' then null else message.first_try_at end,
        next_moment = case message.state when 'withdrawn' then excluded.next_moment when 'created' then least(message.next_moment, excluded.next_moment) end
      where message.state in ('created', 'unsent', 'withdrawn')
      returning id::text`
    if (message !== undefined) return message.id
  }
}
