import { londonDay } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import type { Transaction } from '../../prisma/database'
import { atOnceMessage } from '../mail/atOnceMessage'
import { sessionMessageId } from '../mail/messageId'
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
  const { lane, recipient_id: recipientId, mail_domain: domain } = notice
  const what = lane === 'invitation' ? `${notice.tell} ${String(notice.revision)}` : londonDay(now).toString()
  const messageId = await atOnceMessage(tx, {
    ...{ recipientId, lane, now, leaves },
    mailIdOf: (part) => sessionMessageId({ about, lane, what, recipientId, part, domain }),
  })
  await tx.$executeRaw`update supervision_notice set message_id = ${messageId}::uuid where id = ${notice.id}::uuid`
}
