import type { LocalDate } from '@js-joda/core'
import { appendEntry } from '../../activities/escalation/appendEntry'
import { loadEntries } from '../../activities/escalation/loadEntries'
import { lockEscalation } from '../../activities/escalation/lockEscalation'
import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { lockCase } from '../../activities/planning/lockCase'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { climbStep, topRung } from '../../domain/escalation/ladder'
import { escalationNumbers } from '../../domain/policy/alertRules'
import { ruleFollowed } from '../../domain/policy/policySchedule'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { Answering, AnswerGiven } from './answers/answering'
import { challenge } from './answers/challenge'
import { moreTime } from './answers/moreTime'
import { passUp } from './answers/passUp'
import { promise } from './answers/promise'
import { withdraw } from './answers/withdraw'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { mayAnswerProblem } from './mayAnswerProblem'

/**
 * What a person can do with an alert. Acknowledge: seen; the next rung moves, once per rung. Promise: an action, its owner and a day. More time: once, with a
 * reason. Pass up: the next rung now. Withdraw: ends it, with a reason the rung above is told. Challenge: opens a dispute on the case.
 */
export type EscalationAnswer = keyof typeof ANSWERS

export interface AnswerEscalation {
  readonly escalationId: string
  readonly answer: EscalationAnswer
  /** The reason; of a promise, the action. */
  readonly reason: string
  /** ISO date: the last day of a promise or of more time. */
  readonly until?: string
  /** Who keeps a promise, by id; whoever makes it when missing. */
  readonly ownerId?: string
  /** A challenge about immediate risk skips the stages of a dispute. */
  readonly immediateRisk?: boolean
  readonly actorId: string
  readonly commandId: string
}

interface Accepted {
  readonly accepted: true
  readonly repeated: boolean
  /** The day on which the next rung is told if nothing happens; null when nobody further is: it has ended, or that was the last rung. */
  readonly nextOn: LocalDate | null
}

type Answered = Accepted | Refusal

const acknowledge: AnswerGiven = async ({ log }) => {
  await log('acknowledged')
  return undefined
}

const ANSWERS = {
  acknowledge,
  promise,
  'more-time': moreTime,
  'pass-up': passUp,
  withdraw,
  challenge,
} satisfies Record<string, AnswerGiven>

/** Somebody who answers for the case answers an escalation; only a manager ends one. Idempotent by command id; nothing ends without the fact or a named manager's reason. */
export async function answerEscalation({ db, processes }: CommandDeps, command: AnswerEscalation): Promise<Answered> {
  const { answered, caseId } = await inTransaction(db, (tx) => save(tx, command))
  if ('accepted' in answered && caseId !== undefined)
    await processes.nudge([
      { type: 'stalledPlanEscalation', id: command.escalationId },
      { type: 'caseTimeline', id: caseId },
    ])
  return answered
}

interface Saved {
  readonly answered: Answered
  readonly caseId?: string
}

async function save(tx: Transaction, command: AnswerEscalation): Promise<Saved> {
  const noId = [command.escalationId, command.commandId, command.actorId].find((id) => !isId(id))
  if (noId !== undefined)
    return refused(
      'bad-data',
      `${noId} is no id. \`caseclock case REF\` lists the alerts of a case with theirs; people and commands have a UUID too.`,
    )
  const [about] = await tx.$queryRaw<
    { case_id: string }[]
  >`select case_id from escalation where id = ${command.escalationId}::uuid`
  const row = about === undefined ? undefined : await lockCase(tx, about.case_id)
  if (row === undefined)
    return refused(
      'unknown-escalation',
      'There is no such alert. `caseclock due --escalated` lists those that are open.',
    )
  const escalation = await lockEscalation(tx, command.escalationId)
  const { now } = await readClock(tx)
  const [before] = await tx.$queryRaw<{ action: string; actor_id: string | null; escalation: string | null }[]>`
    select action, actor_id::text, detail->>'escalation' as escalation from audit_event where command_id = ${command.commandId}::uuid`
  if (before !== undefined)
    return before.action === command.answer &&
      before.actor_id === command.actorId.toLowerCase() &&
      before.escalation === command.escalationId
      ? { answered: { accepted: true, repeated: true, nextOn: await nextOn(tx, command.escalationId, now) } }
      : refused(
          'bad-data',
          `Command id ${command.commandId} has been used for something else. Give each command one of its own.`,
        )
  if (escalation?.state !== 'open')
    return refused(
      'already-ended',
      'This alert has ended: the fact has happened, or a manager withdrew it. Nothing is left to answer.',
    )
  const today = londonDay(now)
  const rules = await rulesInForce()(tx, today)
  const { ladder } = ruleFollowed(rules.policy, escalation)
  const problem = await mayAnswerProblem(tx, {
    answer: command.answer,
    escalationId: command.escalationId,
    rule: escalation.rule,
    actorId: command.actorId,
    caseId: row.id,
    day: today,
    ladder,
  })
  if (problem !== undefined) return refused('not-allowed', problem)
  const entries = await loadEntries(tx, command.escalationId)
  const rung = Math.max(topRung(entries), 1)
  const answering: Answering = {
    ...{ tx, command, row, escalation, entries, rung, rules, today, now },
    ladder,
    numbers: escalationNumbers(rules.policy),
    log: (entry, { reason = command.reason, ...more } = {}) =>
      appendEntry(tx, {
        ...{ escalationId: command.escalationId, entry, rung, personId: command.actorId, reason, now },
        ...{ commandId: command.commandId, ...more },
      }),
  }
  const refusal = await ANSWERS[command.answer](answering)
  if (refusal !== undefined) return { answered: refusal }
  // A nudge that is lost is healed by the moment that has come.
  await tx.$executeRaw`
    update escalation set next_moment = least(next_moment, ${new Date(now).toISOString()}::timestamptz)
    where id = ${command.escalationId}::uuid and state = 'open'`
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${command.actorId}::uuid, ${command.answer}, ${row.id}::uuid,
      ${command.commandId}::uuid, ${JSON.stringify({ escalation: command.escalationId })}::jsonb)`
  return {
    answered: { accepted: true, repeated: false, nextOn: await nextOn(tx, command.escalationId, now) },
    caseId: row.id,
  }
}

const refused = (why: Refusal['refused'], todo: string): Saved => ({ answered: { refused: why, todo } })

async function nextOn(tx: Transaction, escalationId: string, now: number): Promise<LocalDate | null> {
  const escalation = await lockEscalation(tx, escalationId)
  if (escalation?.state !== 'open') return null
  const today = londonDay(now)
  const { policy, calendar } = await rulesInForce()(tx, today)
  const { ladder } = ruleFollowed(policy, escalation)
  const entries = await loadEntries(tx, escalationId)
  const step = climbStep({ ladder, entries, today, calendar, numbers: escalationNumbers(policy) })
  return step.tell === null ? step.nextOn : londonDay(alertWindow(now, calendar))
}
