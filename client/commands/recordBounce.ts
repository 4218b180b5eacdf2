import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { lockAlertsBehind, openTask } from '../../activities/undelivered/openTask'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { ReaderStatus } from '../undelivered/deliveryStatus'
import { whatBecame, type Report } from '../undelivered/readBounce'
import type { CommandDeps, Refusal } from './command'

export interface BounceRecorded {
  /** `known`: it came back before, and nothing was added. `delayed`, `arrived`: the report is no bounce, and nothing was recorded. */
  readonly bounce: 'recorded' | 'known' | 'delayed' | 'arrived'
  readonly messageId: string
}

interface MessageRow {
  readonly id: string
  readonly state: string
  readonly sent_to: string | null
}

const ON_ITS_WAY: ReadonlySet<string> = new Set(['sending', 'unsent', 'unknown'])
const NEVER_LEFT: ReadonlySet<string> = new Set(['created', 'withdrawn'])

/**
 * A mail system reports that a mail of ours came back: an attempt, a task for a person, and the alert goes on to the next reader. Nobody is named: whoever hands the
 * report in is a machine. Twice is the same as once.
 */
export async function recordBounce({ db, processes }: CommandDeps, report: Report): Promise<BounceRecorded | Refusal> {
  const { answer, alerts } = await inTransaction(db, (tx) => save(tx, report))
  await processes.nudge(alerts.map((id) => ({ type: 'stalledPlanEscalation', id })))
  return answer
}

interface Saved {
  readonly answer: BounceRecorded | Refusal
  readonly alerts: readonly string[]
}

async function save(tx: Transaction, { about, readers }: Report): Promise<Saved> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select id from message where mail_id = any(${[...about]}) order by array_position(${[...about]}, mail_id) limit 1`
  if (found === undefined) return refuse('unknown-message', NOT_OURS)
  const alerts = await lockAlertsBehind(tx, found.id)
  const [message] = await tx.$queryRaw<MessageRow[]>`
    select id, state, sent_to from message where id = ${found.id}::uuid for update`
  if (message === undefined || NEVER_LEFT.has(message.state)) return refuse('unknown-message', NOT_SENT)
  const said = whatBecame(readers, message.sent_to ?? '')
  if (said === undefined || said.action !== 'failed')
    return without(said?.action === 'delayed' ? 'delayed' : 'arrived', message.id)
  if (message.state === 'bounced') return without('known', message.id)
  if (ON_ITS_WAY.has(message.state)) return refuse('still-on-its-way', STILL_TRIED)
  const { now } = await readClock(tx)
  await writeBounce(tx, alerts, { messageId: message.id, said, now })
  return { answer: { bounce: 'recorded', messageId: message.id }, alerts }
}

interface Bounce {
  readonly messageId: string
  readonly said: ReaderStatus
  readonly now: number
}

async function writeBounce(
  tx: Transaction,
  alerts: readonly string[],
  { messageId, said, now }: Bounce,
): Promise<void> {
  const moment = new Date(now).toISOString()
  const detail = bounceWords(said)
  await tx.$executeRaw`
    insert into delivery_attempt (message_id, number, at, outcome, detail)
    select ${messageId}::uuid, coalesce(max(number), 0) + 1, ${moment}::timestamptz, 'bounced', ${detail}
    from delivery_attempt where message_id = ${messageId}::uuid`
  await openTask(tx, alerts, { messageId, why: 'bounced', detail, now })
  // A task that a person has closed stays closed: they have told the reader.
  await tx.$executeRaw`
    update message set state = 'bounced', problem = (select t.detail from delivery_task t where t.message_id = message.id and t.done_at is null)
    where id = ${messageId}::uuid`
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${moment}::timestamptz, null, 'mail-bounced', ${newId(now)}::uuid, ${JSON.stringify({ message: messageId, status: said.status })}::jsonb)`
}

/** For people and logs: the codes, and not the words beside them, which hold addresses. */
export function bounceWords({ answer, status }: Pick<ReaderStatus, 'answer' | 'status'>): string {
  const codes = [answer, status].filter((code) => code !== '').join(' ')
  return codes === '' ? 'The mail came back.' : `The mail came back: ${codes}.`
}

const NOT_OURS =
  'This report is about no mail of this database: nothing was recorded. Hand in what comes back to the address mails are sent from.'
const NOT_SENT = 'The mail this report names has not been sent: nothing was recorded.'
const STILL_TRIED = 'The mail this report names is still being tried. Hand the report in again in a while.'

const refuse = (refused: Refusal['refused'], todo: string): Saved => ({ answer: { refused, todo }, alerts: [] })

const without = (bounce: BounceRecorded['bounce'], messageId: string): Saved => ({
  answer: { bounce, messageId },
  alerts: [],
})
