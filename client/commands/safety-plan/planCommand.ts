import type { LocalDate } from '@js-joda/core'
import { appendEvents, type NewEvent } from '../../../activities/chronology/appendEvents'
import { readClock } from '../../../activities/clock'
import { newId } from '../../../activities/newId'
import { followFacts } from '../../../activities/planning/followFacts'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { lockCase, type CaseRow } from '../../../activities/planning/lockCase'
import { londonDay } from '../../../domain/calendar/london'
import { mayRecord } from '../../../domain/access/mayAct'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { payloadProblem, type EventData, type EventKind } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import { runningSafetyPlans, type RunningPlan } from '../../../domain/chronology/runningSafetyPlans'
import type { WrittenPlan } from '../../../domain/safety-plan/writtenPlan'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { loadActing, type Acting } from '../loadActing'
import { WHY_NOT } from '../mayRecordProblem'
import { readDay } from '../readDay'
import { usedCommand } from '../usedCommand'
import { writtenPlans } from './writtenPlans'

/** What every command about a safety plan says. */
export interface PlanCommand {
  /** The case by reference. */
  readonly ref: string
  /** ISO date, London; today when missing. */
  readonly on?: string
  /** One per click: the same command twice appends nothing and gets the first answer. A UUID. */
  readonly commandId: string
  readonly actorId: string
}

/** A case as a command about its safety plan finds it, locked, and who acts. */
export interface PlanActing extends Acting {
  readonly row: CaseRow
  /** As known today. */
  readonly facts: CaseFacts
  readonly written: readonly WrittenPlan[]
  /** The plans that run on the day of the command. */
  readonly running: readonly RunningPlan[]
  readonly on: LocalDate
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
  readonly commandId: string
}

/** One fact to be appended. Missing `children`: those whose plan runs. */
export type PlanFact = {
  [K in EventKind]: {
    readonly kind: K
    readonly data: EventData[K]
    readonly id?: string
    readonly children?: readonly string[]
    readonly supersedes?: string
  }
}[EventKind]

/** What a command records, and what else it does once that is appended. `detail` for the audit: ids and plain words, no names. */
export interface PlanWork {
  readonly facts: readonly PlanFact[]
  readonly afterwards?: () => Promise<unknown>
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface PlanDone {
  readonly accepted: true
  /** The same command sent again: nothing was appended, this is the first answer. */
  readonly repeated: boolean
  readonly factsVersion: number
  readonly eventIds: readonly string[]
}

export type PlanAnswer = PlanDone | Refusal

export const refuse = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })

/** A command about the safety plan of one case: one transaction, then its clock is nudged. A refusal writes nothing. */
export async function planCommand(
  { db, processes }: CommandDeps,
  about: PlanCommand & { readonly action: string; readonly kinds: readonly EventKind[] },
  work: (tx: Transaction, acting: PlanActing) => Promise<PlanWork | Refusal> | PlanWork | Refusal,
): Promise<PlanAnswer> {
  const { answer, caseId } = await inTransaction(db, (tx) => save(tx, about, work))
  if ('accepted' in answer && !answer.repeated) await processes.nudge([{ type: 'caseTimeline', id: caseId }])
  return answer
}

interface Saved {
  readonly answer: PlanAnswer
  readonly caseId: string
}

async function save(
  tx: Transaction,
  about: Parameters<typeof planCommand>[1],
  work: Parameters<typeof planCommand>[2],
): Promise<Saved> {
  const { ref, actorId, commandId, action } = about
  const not = (refused: Refusal['refused'], todo: string): Saved => ({ answer: refuse(refused, todo), caseId: '' })
  const noId = [commandId, actorId].find((id) => !isId(id))
  if (noId !== undefined) return not('bad-data', `${noId} is no id: people and commands have a UUID.`)
  // The same command twice at once: the second waits here, and finds what the first did.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId.toLowerCase()}, 0))`
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id from case_file where ref = ${ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined)
    return not(
      'unknown-case',
      `There is no case ${ref}. Check the reference: \`caseclock due\` lists those you may see.`,
    )
  const before = await firstAnswer(tx, { caseId: row.id, commandId, action })
  if (before !== undefined) return { answer: before, caseId: row.id }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return { answer: used, caseId: row.id }
  const acting = await loadPlanActing(tx, row, about)
  if ('refused' in acting) return { answer: acting, caseId: row.id }
  const done = await work(tx, acting)
  if ('refused' in done) return { answer: done, caseId: row.id }
  return { answer: await append(tx, acting, { ...done, action }), caseId: row.id }
}

/** What was answered when this very command came before. */
async function firstAnswer(
  tx: Transaction,
  { caseId, commandId, action }: { readonly caseId: string; readonly commandId: string; readonly action: string },
): Promise<PlanDone | undefined> {
  const events = await tx.$queryRaw<{ id: string; facts_version: number }[]>`
    select e.id, e.facts_version from chronology_event e join audit_event a on a.command_id = e.command_id and a.action = ${action}
    where e.command_id = ${commandId}::uuid and e.case_id = ${caseId}::uuid order by e.position`
  const [first] = events
  return first === undefined
    ? undefined
    : { accepted: true, repeated: true, factsVersion: first.facts_version, eventIds: events.map(({ id }) => id) }
}

async function loadPlanActing(
  tx: Transaction,
  row: CaseRow,
  { ref, on: day, actorId, kinds, commandId }: Parameters<typeof planCommand>[1],
): Promise<PlanActing | Refusal> {
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const acting = await loadActing(tx, { actorId, row, day: today })
  if (typeof acting === 'string') return refuse('not-allowed', acting)
  if (!kinds.every((kind) => mayRecord(acting.scope, kind))) return refuse('not-allowed', WHY_NOT[acting.scope])
  const on = readDay(day ?? today.toString())
  if (on === undefined)
    return refuse('bad-data', `${day ?? ''} is not a day an event can have. Write it as 2026-03-02.`)
  if (on.isAfter(today))
    return refuse('bad-data', `${on.toString()} is in the future. Enter the day it happened on case ${ref}.`)
  const facts = knownOn(await loadFacts(tx, row), today)
  const running = runningSafetyPlans(facts, on)
  return { ...acting, row, facts, written: await writtenPlans(tx, row.id), running, on, today, now, commandId }
}

async function append(
  tx: Transaction,
  { row, facts, running, on, today, now, commandId, person }: PlanActing,
  { facts: found, afterwards, detail = {}, action }: PlanWork & { readonly action: string },
): Promise<PlanAnswer> {
  const problem = found.map(({ kind, data }) => payloadProblem(kind, data)).find((one) => one !== undefined)
  if (problem !== undefined) return refuse('bad-data', problem)
  const concerned = running.map(({ child }) => child)
  // All children of the case are written as none: one who is born later is meant too.
  const ofAll = (children: readonly string[]): readonly string[] =>
    facts.children.every(({ id }) => children.includes(id)) ? [] : children
  const events = found.map((fact): NewEvent => ({
    id: fact.id ?? newId(now),
    kind: fact.kind,
    on: on.toString(),
    children: ofAll(fact.children ?? concerned),
    data: fact.data,
    supersedes: fact.supersedes ?? null,
    void: false,
    source: null,
  }))
  const factsVersion = row.facts_version + 1
  await appendEvents(tx, { caseId: row.id, factsVersion, commandId, actorId: person.id, now, events })
  await tx.$executeRaw`update case_file set facts_version = ${factsVersion} where id = ${row.id}::uuid`
  await afterwards?.()
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  const eventIds = events.map(({ id }) => id)
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${person.id}::uuid, ${action}, ${row.id}::uuid,
      ${commandId}::uuid, ${JSON.stringify({ events: eventIds, ...detail })}::jsonb)`
  return { accepted: true, repeated: false, factsVersion, eventIds }
}
