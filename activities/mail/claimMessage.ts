import { londonDay } from '../../domain/calendar/london'
import { isWorkingDay } from '../../domain/calendar/workingDays'
import { alertWindow } from '../../domain/escalation/alertWindow'
import type { Database, Transaction } from '../../prisma/database'
import { inTransaction, isBusy } from '../../prisma/inTransaction'
import { readClock } from '../clock'
import { realNow } from '../realNow'
import type { MailDeps } from '../deps'
import { takeBackUntold } from '../supervision/takeBackUntold'
import { advanceBehind } from '../supervision/advanceBehind'
import { noteProblem } from '../planning/noteProblem'
import { planEach } from '../planning/planEach'
import { composeMessage, type Composed } from './composeMessage'
import type { OutgoingMail } from './mailTransport'
import { withdrawUnclear } from './withdrawUnclear'

export type Claim =
  | { readonly claim: 'finished' }
  | { readonly claim: 'not-yet'; readonly moment: number }
  /** All sending is held until a person lets it go. */
  | { readonly claim: 'held' }
  /** A case behind it changed while its words were made: at once again. */
  | { readonly claim: 'again' }
  | { readonly claim: 'no-address'; readonly number: number }
  | {
      readonly claim: 'send'
      readonly mail: OutgoingMail
      readonly number: number
      readonly firstTryAt: number
      readonly wasUnknown: boolean
      readonly wordless: Composed['wordless']
    }

interface MessageRow {
  readonly id: string
  readonly mail_id: string
  readonly recipient_id: string
  readonly lane: 'digest' | 'at-once' | 'weekly' | 'invitation'
  readonly day: string
  readonly state: string
  readonly subject: string | null
  readonly text: string | null
  readonly html: string | null
  readonly calendar: string | null
  readonly created_at: Date
  readonly next_moment: Date | null
  readonly first_try_at: Date | null
  readonly email: string | null
  readonly name: string
  readonly attempts: bigint
}

/**
 * Takes a message for one try: in `sending` until the try is recorded. One found in `sending` was left by a worker that died: its answer
 * is unknown, and it is sent as it was. Every other text is made now, from what still holds, also when the mail server refused it before: first
 * every case behind it is planned, each in a transaction of its own. With nothing left to say, or nobody who may still read it, the message is
 * withdrawn. `cases`: those behind it (`casesBehind`).
 */
export async function claimMessage(deps: MailDeps, messageId: string, cases: readonly string[]): Promise<Claim> {
  const first = await readMessage(deps.db, messageId)
  if (first === undefined || FINISHED.has(first.state)) return { claim: 'finished' }
  const { now } = await readClock(deps.db)
  if (first.state === 'created' && first.next_moment !== null && first.next_moment.getTime() > now)
    return { claim: 'not-yet', moment: first.next_moment.getTime() }
  const later = await windowMoved(deps, first, now)
  if (later !== undefined) return { claim: 'not-yet', moment: later }
  if (MADE_ANEW.has(first.state) && (await isSendingHeld(deps.db))) return { claim: 'held' }
  const unclear = MADE_ANEW.has(first.state) ? await planEach(deps.db, deps.rules, cases) : new Map<string, unknown>()
  for (const error of unclear.values()) if (isBusy(error)) throw error
  if (MADE_ANEW.has(first.state)) await advanceBehind(deps.db, deps.rules, messageId)
  const claim = await inTransaction(deps.db, (tx) => take(tx, deps, { messageId, state: first.state, unclear }))
  if (claim.claim === 'send') for (const [caseId, error] of claim.wordless) await noteProblem(deps.db, caseId, error)
  return claim
}

const FINISHED: ReadonlySet<string> = new Set(['sent', 'failed', 'bounced', 'withdrawn'])
const MADE_ANEW: ReadonlySet<string> = new Set(['created', 'unsent'])

interface Taking {
  readonly messageId: string
  /** As it was when its cases were planned. */
  readonly state: string
  /** Cases that could not be planned. */
  readonly unclear: ReadonlyMap<string, unknown>
}

async function take(tx: Transaction, deps: MailDeps, { messageId, state, unclear }: Taking): Promise<Claim> {
  await tx.$queryRaw`select id from message where id = ${messageId}::uuid for update`
  const message = await readMessage(tx, messageId)
  if (message?.state !== state) return { claim: 'again' }
  const { now } = await readClock(tx)
  // An alert about such a case does not leave at all, and the plan that can be made again tells it to whoever stands there then.
  if (message.lane === 'digest') {
    const [caseIds, day] = [[...unclear.keys()], londonDay(now)]
    await withdrawUnclear(tx, { messageId, recipientId: message.recipient_id, caseIds, day, now })
  }
  const composed =
    MADE_ANEW.has(state) || message.text === null
      ? await composeMessage(tx, deps, message, { now, unclear })
      : {
          subject: message.subject ?? '',
          text: message.text,
          html: message.html ?? '',
          calendar: message.calendar,
          wordless: new Map(),
        }
  if (composed === 'stale') return { claim: 'again' }
  if (composed === null) {
    await takeBackUntold(tx, { messageId, now })
    await tx.$executeRaw`update message set state = 'withdrawn', next_moment = null, problem = null where id = ${messageId}::uuid`
    return { claim: 'finished' }
  }
  const number = Number(message.attempts) + 1
  if (message.email === null) return { claim: 'no-address', number }
  const { wordless, ...words } = composed
  const real = realNow()
  await tx.$executeRaw`
    update message set state = 'sending', subject = ${words.subject}, text = ${words.text}, html = ${words.html}, calendar = ${words.calendar}, next_moment = null, sent_to = ${message.email},
      first_try_at = coalesce(first_try_at, ${new Date(real).toISOString()}::timestamptz), last_try_at = ${new Date(real).toISOString()}::timestamptz
    where id = ${messageId}::uuid`
  return {
    claim: 'send',
    number,
    firstTryAt: message.first_try_at?.getTime() ?? real,
    wasUnknown: state === 'unknown' || state === 'sending',
    mail: {
      to: { name: message.name, address: message.email },
      messageId: message.mail_id,
      date: message.created_at.getTime(),
      ...words,
    },
    wordless,
  }
}

/**
 * When an alert may leave whose morning has become a bank holiday since it was made; undefined for every other. One that goes out whatever the day
 * waits for no morning: it may leave from the moment it was made.
 */
async function windowMoved(
  { db, rules }: Pick<MailDeps, 'db' | 'rules'>,
  { id, state, lane, created_at, next_moment }: MessageRow,
  now: number,
): Promise<number | undefined> {
  if (state !== 'created' || lane !== 'at-once' || next_moment === null || next_moment <= created_at) return undefined
  const { calendar } = await rules(db, londonDay(now))
  const opens = alertWindow(now, calendar)
  if (opens <= now || isWorkingDay(londonDay(next_moment.getTime()), calendar)) return undefined
  await db.$executeRaw`
    update message set next_moment = ${new Date(opens).toISOString()}::timestamptz where id = ${id}::uuid and state = 'created'`
  return opens
}

async function isSendingHeld(db: Database): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`select sending_held as held from authority where id = 1`
  return row?.held === true
}

async function readMessage(tx: Transaction | Database, messageId: string): Promise<MessageRow | undefined> {
  const [row] = await tx.$queryRaw<MessageRow[]>`
    select m.id, m.mail_id, m.recipient_id, m.lane, m.day::text, m.state, m.subject, m.text, m.html, m.calendar, m.created_at, m.next_moment, m.first_try_at,
      p.email, p.name, (select count(*) from delivery_attempt a where a.message_id = m.id) as attempts
    from message m join person p on p.id = m.recipient_id where m.id = ${messageId}::uuid`
  return row
}
