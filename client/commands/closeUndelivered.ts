import { readClock } from '../../activities/clock'
import { appendEntry } from '../../activities/escalation/appendEntry'
import { newId } from '../../activities/newId'
import { lockAlertsBehind, wakeAlerts } from '../../activities/undelivered/openTask'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { HOW_WORDS, type How } from '../undelivered/how'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { mayRunAuthorityProblem } from './mayRunAuthorityProblem'
import { usedCommand } from './usedCommand'

export interface CloseUndelivered {
  readonly messageId: string
  readonly how: How
  readonly actorId: string
  readonly commandId: string
}

export interface UndeliveredClosed {
  readonly accepted: true
  /** The same command sent again: nothing was added. */
  readonly repeated: boolean
}

/**
 * A person has told the reader of a mail that did not arrive, or nothing was left to tell. The alerts it spoke for say by which way, and where nobody else was
 * told on that rung the next one counts from today. Idempotent by command id.
 */
export async function closeUndelivered(
  { db, processes }: CommandDeps,
  command: CloseUndelivered,
): Promise<UndeliveredClosed | Refusal> {
  const saved = await inTransaction(db, (tx) => save(tx, command))
  if ('refused' in saved) return saved
  await processes.nudge(saved.alerts.map((id) => ({ type: 'stalledPlanEscalation', id })))
  return { accepted: true, repeated: saved.repeated }
}

interface TaskRow {
  readonly recipient_id: string
  readonly done: boolean
  readonly command_id: string | null
  readonly actor: string | null
}

type Saved = { readonly repeated: boolean; readonly alerts: readonly string[] } | Refusal

async function save(tx: Transaction, { messageId, how, actorId, commandId }: CloseUndelivered): Promise<Saved> {
  if (!isId(messageId) || !isId(actorId)) return UNKNOWN
  await tx.$queryRaw`
    select id from case_file where id in (select case_id from notice where message_id = ${messageId}::uuid) order by id for update`
  const alerts = await lockAlertsBehind(tx, messageId)
  await tx.$queryRaw`select id from notice where message_id = ${messageId}::uuid order by id for update`
  await tx.$queryRaw`select id from message where id = ${messageId}::uuid for update`
  const [task] = await tx.$queryRaw<TaskRow[]>`
    select recipient_id, done_at is not null as done, command_id, (select name from person where id = ${actorId}::uuid) as actor
    from delivery_task where message_id = ${messageId}::uuid`
  if (task === undefined) return UNKNOWN
  if (task.command_id === commandId) return { repeated: true, alerts }
  const { now } = await readClock(tx)
  const notAllowed = await mayRunAuthorityProblem(tx, {
    actorId,
    day: londonDay(now),
    what: 'say that a reader was told otherwise',
    permission: 'see-undelivered',
  })
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  if (task.done)
    return { refused: 'already-ended', todo: 'Somebody has seen to this mail already. Nothing was changed.' }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    update notice set undelivered_at = coalesce(undelivered_at, ${moment}::timestamptz)
    where message_id = ${messageId}::uuid and escalation_id is not null and withdrawn_at is null`
  await tx.$executeRaw`update message set problem = null where id = ${messageId}::uuid`
  await tx.$executeRaw`
    update delivery_task set done_at = ${moment}::timestamptz, done_by = ${actorId}::uuid, how = ${how}, command_id = ${commandId}::uuid
    where message_id = ${messageId}::uuid`
  const words = HOW_WORDS[how]
  if (words !== null)
    for (const escalationId of alerts) {
      const rung = await rungToldAlone(tx, escalationId, task.recipient_id)
      const reason = `${words}, by ${task.actor ?? 'somebody'}`
      await appendEntry(tx, { escalationId, entry: 'told', rung, personId: task.recipient_id, reason, now })
    }
  await wakeAlerts(tx, alerts, now)
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${moment}::timestamptz, ${actorId}::uuid, 'undelivered-closed', ${commandId}::uuid, ${JSON.stringify({ message: messageId, how })}::jsonb)`
  return { repeated: false, alerts }
}

/**
 * The rung on which this reader was to be told, when nobody else was told on it. Null otherwise: the ladder counts from the day the other was told, and
 * one told later by telephone must not hold it up.
 */
async function rungToldAlone(tx: Transaction, escalationId: string, personId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ rung: number | null }[]>`
    select mine.rung from (select rung from escalation_entry where escalation_id = ${escalationId}::uuid and person_id = ${personId}::uuid
        and entry in ('told', 'skipped') order by number desc limit 1) mine
    where not exists (select from escalation_entry x where x.escalation_id = ${escalationId}::uuid and x.rung = mine.rung and x.entry = 'told'
      and x.person_id <> ${personId}::uuid and not exists (select from escalation_entry y where y.escalation_id = x.escalation_id
        and y.rung = x.rung and y.person_id = x.person_id and y.entry = 'skipped' and y.number > x.number))`
  return row?.rung ?? null
}

const UNKNOWN: Refusal = {
  refused: 'unknown-message',
  todo: 'There is no such mail that did not arrive. `caseclock undelivered` lists them with their ids.',
}
