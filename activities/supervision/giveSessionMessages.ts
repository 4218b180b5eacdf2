import { londonDay } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import type { Transaction } from '../../prisma/database'
import { sessionMessageId } from '../mail/messageId'
import { newId } from '../newId'
import type { Rules } from '../planning/rules'

interface Giving {
  readonly teamId: string
  /** Null: what is told of the year. */
  readonly sessionId: string | null
  readonly rules: Pick<Rules, 'calendar'>
  /** Epoch milliseconds. */
  readonly now: number
}

interface Waiting {
  readonly id: string
  readonly lane: 'at-once' | 'invitation'
  readonly recipient_id: string
  readonly revision: number
  readonly tell: string
  readonly mail_domain: string
}

/**
 * Gives what is told at once about a session, or a year, its message: what one reader is told of it on one day shares a mail, which may leave in the next alert window; an
 * invitation is a mail of its own and leaves at once. The Message-ID is made from just these; what comes when that mail has left is the next of its day.
 */
export async function giveSessionMessages(tx: Transaction, { teamId, sessionId, rules, now }: Giving): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    select n.id::text, n.lane, n.recipient_id::text, n.revision, n.tell, a.mail_domain from supervision_notice n cross join authority a
    where n.team_id = ${teamId}::uuid and n.session_id is not distinct from ${sessionId}::uuid and n.lane <> 'digest'
      and n.message_id is null and n.withdrawn_at is null order by n.id for update of n`
  const opens = alertWindow(now, rules.calendar)
  for (const notice of waiting)
    await giveOne(tx, { notice, about: sessionId ?? teamId, now, leaves: notice.lane === 'invitation' ? now : opens })
}

interface GivingOne {
  readonly notice: Waiting
  readonly about: string
  readonly now: number
  /** Epoch milliseconds: when the mail may leave. */
  readonly leaves: number
}

async function giveOne(tx: Transaction, { notice, about, now, leaves }: GivingOne): Promise<void> {
  const moment = new Date(now).toISOString()
  const day = londonDay(now).toString()
  const { lane, recipient_id: recipientId, mail_domain: domain } = notice
  const what = lane === 'invitation' ? `${notice.tell} ${String(notice.revision)}` : day
  for (let part = 1; ; part += 1) {
    const mailId = sessionMessageId({ about, lane, what, recipientId, part, domain })
    const [message] = await tx.$queryRaw<{ id: string }[]>`
      insert into message (id, mail_id, recipient_id, lane, day, state, created_at, next_moment)
      values (${newId(now)}::uuid, ${mailId}, ${recipientId}::uuid, ${lane}, ${day}::date, 'created', ${moment}::timestamptz,
        ${new Date(leaves).toISOString()}::timestamptz)
      on conflict (mail_id) do update set
        state = case when message.state = 'withdrawn' then 'created' else message.state end,
        first_try_at = case when message.state = 'withdrawn' then null else message.first_try_at end,
        next_moment = case message.state when 'withdrawn' then excluded.next_moment when 'created' then least(message.next_moment, excluded.next_moment) end
      where message.state in ('created', 'unsent', 'withdrawn')
      returning id::text`
    if (message === undefined) continue
    await tx.$executeRaw`update supervision_notice set message_id = ${message.id}::uuid where id = ${notice.id}::uuid`
    return
  }
}
