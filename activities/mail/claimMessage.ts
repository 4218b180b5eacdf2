import type { Transaction } from '../../prisma/database'
import { readClock, realNow } from '../clock'
import type { MailDeps } from '../deps'
import { composeMessage } from './composeMessage'
import type { OutgoingMail } from './mailTransport'

export type Claim =
  | { readonly claim: 'finished' }
  | { readonly claim: 'not-yet'; readonly moment: number }
  | { readonly claim: 'no-address'; readonly number: number }
  | {
      readonly claim: 'send'
      readonly mail: OutgoingMail
      readonly number: number
      readonly firstTryAt: number
      readonly wasUnknown: boolean
    }

interface MessageRow {
  readonly id: string
  readonly mail_id: string
  readonly recipient_id: string
  readonly lane: 'digest' | 'at-once'
  readonly day: string
  readonly state: string
  readonly subject: string | null
  readonly text: string | null
  readonly html: string | null
  readonly created_at: Date
  readonly next_moment: Date | null
  readonly first_try_at: Date | null
  readonly email: string | null
  readonly name: string
  readonly left_on: string | null
  readonly attempts: bigint
}

/**
 * Takes a message for one try: in `sending` until the try is recorded. One found in `sending` was left by a worker that died: its answer
 * is unknown. Composes the text at the first try; with nothing left to say the message is withdrawn.
 */
export async function claimMessage(tx: Transaction, deps: MailDeps, messageId: string): Promise<Claim> {
  const first = await readMessage(tx, messageId)
  if (first === undefined || ['sent', 'failed', 'withdrawn'].includes(first.state)) return { claim: 'finished' }
  const clock = await readClock(tx)
  if (first.state === 'created' && first.next_moment !== null && first.next_moment.getTime() > clock.now) {
    return { claim: 'not-yet', moment: first.next_moment.getTime() }
  }
  const composed =
    first.text === null
      ? await composeMessage(tx, deps, first, clock.now)
      : { subject: first.subject ?? '', text: first.text, html: first.html ?? '' }
  const [locked] = await tx.$queryRaw<
    { state: string }[]
  >`select state from message where id = ${messageId}::uuid for update`
  if (locked === undefined || locked.state !== first.state) return { claim: 'not-yet', moment: clock.now + 1 }
  if (composed === null) {
    await tx.$executeRaw`update message set state = 'withdrawn', next_moment = null where id = ${messageId}::uuid`
    return { claim: 'finished' }
  }
  const number = Number(first.attempts) + 1
  if (first.email === null) return { claim: 'no-address', number }
  const real = realNow()
  await tx.$executeRaw`
    update message set state = 'sending', subject = ${composed.subject}, text = ${composed.text}, html = ${composed.html}, next_moment = null,
      first_try_at = coalesce(first_try_at, ${new Date(real).toISOString()}::timestamptz), last_try_at = ${new Date(real).toISOString()}::timestamptz
    where id = ${messageId}::uuid`
  return {
    claim: 'send',
    number,
    firstTryAt: first.first_try_at?.getTime() ?? real,
    wasUnknown: first.state === 'unknown' || first.state === 'sending',
    mail: {
      to: { name: first.name, address: first.email },
      messageId: first.mail_id,
      date: first.created_at.getTime(),
      ...composed,
    },
  }
}

async function readMessage(tx: Transaction, messageId: string): Promise<MessageRow | undefined> {
  const [row] = await tx.$queryRaw<MessageRow[]>`
    select m.id, m.mail_id, m.recipient_id, m.lane, m.day::text, m.state, m.subject, m.text, m.html, m.created_at, m.next_moment, m.first_try_at,
      p.email, p.name, p.left_on::text, (select count(*) from delivery_attempt a where a.message_id = m.id) as attempts
    from message m join person p on p.id = m.recipient_id where m.id = ${messageId}::uuid`
  return row
}
