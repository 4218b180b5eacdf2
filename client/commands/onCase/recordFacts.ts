import type { LocalDate } from '@js-joda/core'
import { appendEvents, type NewEvent } from '../../../activities/chronology/appendEvents'
import { readClock } from '../../../activities/clock'
import { newId } from '../../../activities/newId'
import { followFacts } from '../../../activities/planning/followFacts'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { lockCase, type CaseRow } from '../../../activities/planning/lockCase'
import { londonDay } from '../../../domain/calendar/london'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import type { Accepted, CommandAnswer, CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { loadActing, type Acting } from '../loadActing'
import { scopeProblem } from '../mayRecordProblem'
import { usedCommand } from '../usedCommand'
import { factsProblem, type NewFact } from './factsProblem'

/** A command that records facts on one case. */
export interface CaseCommand {
  /** The case by reference. */
  readonly ref: string
  readonly actorId: string
  /** One per click: the same command twice appends nothing and gets the first answer. A UUID. */
  readonly commandId: string
}

interface About extends CaseCommand {
  /** What the audit calls it. */
  readonly action: string
  /** What it may record: asked of whoever acts before anything else. */
  readonly kinds: readonly EventKind[]
}

/** Somebody who may record these facts, and the case, locked, as it is known today. */
export interface OnCase extends Pick<Acting, 'person' | 'covered' | 'reach'> {
  readonly tx: Transaction
  readonly row: CaseRow
  readonly facts: CaseFacts
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
}

/** What a command comes to: its facts in order, and what is done once they are saved. */
export interface Worked {
  readonly facts: readonly NewFact[]
  readonly afterwards?: (eventIds: readonly string[]) => Promise<void>
}

export const refuse = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })

/**
 * Records several facts on one case as one: who acts, every payload, every day and what cannot be beside the other facts are looked at before anything is written;
 * then one transaction, then a nudge. Refusals say what to do. Idempotent by command id.
 */
export async function recordFacts(
  { db, processes }: CommandDeps,
  about: About,
  work: (on: OnCase) => Promise<Worked | Refusal>,
): Promise<CommandAnswer> {
  const answer = await inTransaction(db, (tx) => save(tx, about, work))
  if ('accepted' in answer) await processes.nudge(answer.concerns)
  return answer
}

async function save(
  tx: Transaction,
  about: About,
  work: (on: OnCase) => Promise<Worked | Refusal>,
): Promise<CommandAnswer> {
  const { ref, actorId, commandId } = about
  const noId = [commandId, actorId].find((id) => !isId(id))
  if (noId !== undefined) return refuse('bad-data', `${noId} is no id: people and commands have a UUID.`)
  // The same command twice at once: the second waits here, and finds what the first recorded.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId.toLowerCase()}, 0))`
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id from case_file where ref = ${ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined)
    return refuse(
      'unknown-case',
      `There is no case ${ref}. Check the reference: \`caseclock due\` lists those you may see.`,
    )
  const repeated = await firstAnswer(tx, about, row)
  if (repeated !== undefined) return repeated
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const acting = await loadActing(tx, { actorId, row, day: today })
  if (typeof acting === 'string') return refuse('not-allowed', acting)
  const notAllowed = scopeProblem(acting.scope, about.kinds)
  if (notAllowed !== undefined) return refuse('not-allowed', notAllowed)
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const facts = knownOn(await loadFacts(tx, row), today)
  const done = await work({ ...acting, tx, row, facts, today, now })
  if ('refused' in done) return done
  const problem = factsProblem(facts, done.facts, today)
  if (problem !== undefined) return refuse('bad-data', `${problem} Nothing was saved.`)
  const answer = await append(tx, { about, row, now, today, facts: done.facts })
  await done.afterwards?.(answer.eventIds)
  return answer
}

/** What the same command was answered before, by the same person; undefined where it is new. */
async function firstAnswer(
  tx: Transaction,
  { commandId, actorId }: About,
  row: CaseRow,
): Promise<CommandAnswer | undefined> {
  const before = await tx.$queryRaw<{ id: string; facts_version: number }[]>`
    select id, facts_version from chronology_event where command_id = ${commandId}::uuid and case_id = ${row.id}::uuid
      and actor_id = ${actorId}::uuid order by position`
  const [first] = before
  if (first === undefined) return undefined
  const eventIds = before.map(({ id }) => id)
  return { accepted: true, repeated: true, factsVersion: first.facts_version, eventIds, concerns: [] }
}

interface Appending {
  readonly about: About
  readonly row: CaseRow
  readonly now: number
  readonly today: LocalDate
  readonly facts: readonly NewFact[]
}

async function append(tx: Transaction, { about, row, now, today, facts }: Appending): Promise<Accepted> {
  const { actorId, commandId, action } = about
  const factsVersion = row.facts_version + 1
  const events = facts.map(({ kind, on, data, children = [] }): NewEvent => ({
    ...{ id: newId(now), kind, on: on.toString(), children, data },
    ...{ supersedes: null, void: false, source: null },
  }))
  await appendEvents(tx, { caseId: row.id, factsVersion, commandId, actorId, now, events })
  await tx.$executeRaw`update case_file set facts_version = ${factsVersion} where id = ${row.id}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  const detail = { events: events.map(({ id, kind }) => ({ id, kind })) }
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${action}, ${row.id}::uuid,
      ${commandId}::uuid, ${JSON.stringify(detail)}::jsonb)`
  const concerns = [{ type: 'caseTimeline' as const, id: row.id }]
  return { accepted: true, repeated: false, factsVersion, eventIds: events.map(({ id }) => id), concerns }
}
