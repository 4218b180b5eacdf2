import type { LocalDate } from '@js-joda/core'
import { appendEntry } from '../../activities/escalation/appendEntry'
import { endEscalation } from '../../activities/escalation/endEscalation'
import { loadEntries } from '../../activities/escalation/loadEntries'
import { lockEscalation } from '../../activities/escalation/lockEscalation'
import { readClock } from '../../activities/clock'
import { lockCase } from '../../activities/planning/lockCase'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { climbStep, topRung } from '../../domain/escalation/ladder'
import { ruleFollowed } from '../../domain/policy/policySchedule'
import { newId } from '../../activities/newId'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { mayAnswerProblem } from './mayAnswerProblem'

export interface AnswerEscalation {
  readonly escalationId: string
  /** Acknowledge: seen; the next rung moves 2 working days, once per rung. Withdraw: ends it, with a reason the rung above sees. */
  readonly answer: 'acknowledge' | 'withdraw'
  readonly reason: string
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

/** Somebody who answers for the case answers an escalation; only a manager ends one. Idempotent by command id; nothing ends without the fact or a named manager's reason. */
export async function answerEscalation({ db, processes }: CommandDeps, command: AnswerEscalation): Promise<Answered> {
  const answered = await inTransaction(db, (tx) => save(tx, command))
  if ('accepted' in answered) await processes.nudge([{ type: 'stalledPlanEscalation', id: command.escalationId }])
  return answered
}

async function save(tx: Transaction, command: AnswerEscalation): Promise<Answered> {
  const noId = [command.escalationId, command.commandId, command.actorId].find((id) => !isId(id))
  if (noId !== undefined)
    return {
      refused: 'bad-data',
      todo: `${noId} is no id. \`caseclock case REF\` lists the alerts of a case with theirs; people and commands have a UUID too.`,
    }
  const [about] = await tx.$queryRaw<
    { case_id: string }[]
  >`select case_id from escalation where id = ${command.escalationId}::uuid`
  if (about === undefined)
    return {
      refused: 'unknown-escalation',
      todo: 'There is no such alert. `caseclock due --escalated` lists those that are open.',
    }
  await lockCase(tx, about.case_id)
  const escalation = await lockEscalation(tx, command.escalationId)
  const [before] = await tx.$queryRaw<
    { id: string }[]
  >`select id from audit_event where command_id = ${command.commandId}::uuid`
  const { now } = await readClock(tx)
  if (before !== undefined)
    return { accepted: true, repeated: true, nextOn: await nextOn(tx, command.escalationId, now) }
  if (escalation?.state !== 'open')
    return {
      refused: 'already-ended',
      todo: 'This alert has ended: the fact has happened, or a manager withdrew it. Nothing is left to answer.',
    }
  const day = londonDay(now)
  const problem = await mayAnswerProblem(tx, {
    answer: command.answer,
    escalationId: command.escalationId,
    rule: escalation.rule,
    actorId: command.actorId,
    caseId: about.case_id,
    day,
  })
  if (problem !== undefined) return { refused: 'not-allowed', todo: problem }
  if (command.answer === 'withdraw') {
    if (command.reason.trim() === '')
      return { refused: 'bad-data', todo: 'Say why it is withdrawn: the manager above reads the reason.' }
    await endEscalation(tx, {
      escalationId: command.escalationId,
      entry: 'withdrawn',
      personId: command.actorId,
      reason: command.reason,
      now,
    })
  } else {
    const top = topRung(await loadEntries(tx, command.escalationId))
    await appendEntry(tx, {
      escalationId: command.escalationId,
      entry: 'acknowledged',
      rung: Math.max(top, 1), // seen before the first rung was told, it is seen on the first
      personId: command.actorId,
      reason: command.reason,
      now,
    })
  }
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${command.actorId}::uuid, ${command.answer}, ${about.case_id}::uuid,
      ${command.commandId}::uuid, ${JSON.stringify({ escalation: command.escalationId })}::jsonb)`
  return { accepted: true, repeated: false, nextOn: await nextOn(tx, command.escalationId, now) }
}

async function nextOn(tx: Transaction, escalationId: string, now: number): Promise<LocalDate | null> {
  const escalation = await lockEscalation(tx, escalationId)
  if (escalation?.state !== 'open') return null
  const { policy, calendar } = await rulesInForce()(tx, londonDay(now))
  const { ladder } = ruleFollowed(policy, escalation)
  const entries = await loadEntries(tx, escalationId)
  const step = climbStep({ ladder, entries, today: londonDay(now), calendar })
  return step.tell === null ? step.nextOn : londonDay(alertWindow(now, calendar))
}
