import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { loadFacts } from '../../activities/planning/loadFacts'
import { lockCase, type CaseRow } from '../../activities/planning/lockCase'
import { planCase } from '../../activities/planning/planCase'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { EventData, EventKind } from '../../domain/chronology/eventKinds'
import { knownOn } from '../../domain/chronology/knownOn'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { loadActing, type Acting } from './loadActing'
import { recordFacts } from './recordFacts'
import { usedCommand } from './usedCommand'

/** A command about one case: one transaction, then its clock is woken, which wakes whatever the case concerns. */
export interface CaseCommand {
  /** The case by reference. */
  readonly ref: string
  readonly actorId: string
  /** One per click: the same command twice does nothing and gets the first answer. A UUID. */
  readonly commandId: string
}

/** Who acts, when, on what. */
export interface CaseActing extends Acting {
  readonly row: CaseRow
  /** What is known of it today. */
  readonly facts: CaseFacts
  readonly now: number
  readonly today: LocalDate
  readonly commandId: string
}

/** A fact to record. */
export type NewFact = {
  [K in EventKind]: {
    readonly kind: K
    readonly on: LocalDate
    readonly data: EventData[K]
    /** All children of the case when missing. */
    readonly children?: readonly string[]
    readonly supersedes?: string
    readonly void?: boolean
  }
}[EventKind]

/** What a command did: facts to record, what it made by id, and what the audit keeps of it (ids and plain words, no names). */
export interface CaseWork {
  readonly id?: string
  readonly facts?: readonly NewFact[]
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface CaseDone {
  readonly accepted: true
  readonly repeated: boolean
  /** What was made, by id; empty where nothing was. */
  readonly id: string
  /** The facts that were recorded, in order. */
  readonly eventIds: readonly string[]
}

export type CaseAnswered = CaseDone | Refusal

export const refusal = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })

interface About extends CaseCommand {
  /** What the audit calls it. */
  readonly action: string
  /** It decides by what was planned: facts newer than their plan are planned first. */
  readonly byPlan?: boolean
}

/** Does one thing about a case for somebody who may act on it. Refusals say what to do; nothing is half written. */
export async function caseCommand(
  { db, processes }: CommandDeps,
  about: About,
  work: (tx: Transaction, acting: CaseActing) => Promise<CaseWork | Refusal>,
): Promise<CaseAnswered> {
  const { answer, caseId } = await inTransaction(db, (tx) => save(tx, about, work)).catch((error: unknown): Saved => {
    if (error instanceof Refused) return { answer: error.refusal, caseId: null }
    throw error
  })
  if ('accepted' in answer && caseId !== null) await processes.nudge([{ type: 'caseTimeline', id: caseId }])
  return answer
}

/** Ends the transaction: what a command had written before it was refused is taken back. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refused: Refusal) {
    super(refused.todo)
    this.refusal = refused
  }
}

interface Saved {
  readonly answer: CaseAnswered
  readonly caseId: string | null
}

async function save(
  tx: Transaction,
  { ref, actorId, commandId, action, byPlan = false }: About,
  work: (tx: Transaction, acting: CaseActing) => Promise<CaseWork | Refusal>,
): Promise<Saved> {
  const refused = (why: Refusal): Saved => ({ answer: why, caseId: null })
  const noId = [commandId, actorId].find((id) => !isId(id))
  if (noId !== undefined) return refused(refusal('bad-data', `${noId} is no id: people and commands have a UUID.`))
  // The same command twice at once: the second waits here, and finds what the first did.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId.toLowerCase()}, 0))`
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = ${ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined)
    return refused(
      refusal(
        'unknown-case',
        `There is no case ${ref}. Check the reference: \`caseclock due\` lists those you may see.`,
      ),
    )
  const before = await doneBefore(tx, { commandId, action, caseId: row.id, actorId })
  if (before !== undefined) return { answer: before, caseId: null }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return refused(used)
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const acting = await loadActing(tx, { actorId: actorId.toLowerCase(), row, day: today })
  if (typeof acting === 'string') return refused(refusal('not-allowed', acting))
  if (byPlan) await planCase(tx, rulesInForce(), row.id)
  const facts = knownOn(await loadFacts(tx, row), today)
  const inHand: CaseActing = { ...acting, row, facts, now, today, commandId }
  const done = await work(tx, inHand)
  if ('refused' in done) throw new Refused(done)
  const recorded = await recordFacts(tx, done.facts ?? [], inHand)
  if ('refused' in recorded) throw new Refused(recorded)
  const { id = '', detail = {} } = done
  const { eventIds } = recorded
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${action}, ${row.id}::uuid, ${commandId}::uuid,
      ${JSON.stringify({ made: id, events: eventIds, ...detail })}::jsonb)`
  return { answer: { accepted: true, repeated: false, id, eventIds }, caseId: row.id }
}

interface Before {
  readonly commandId: string
  readonly action: string
  readonly caseId: string
  readonly actorId: string
}

/** The first answer to a command that is sent again. */
async function doneBefore(
  tx: Transaction,
  { commandId, action, caseId, actorId }: Before,
): Promise<CaseDone | undefined> {
  const [before] = await tx.$queryRaw<{ detail: { made?: string; events?: string[] } }[]>`
    select detail from audit_event where command_id = ${commandId}::uuid and action = ${action} and case_id = ${caseId}::uuid
      and actor_id = ${actorId}::uuid`
  return before === undefined
    ? undefined
    : { accepted: true, repeated: true, id: before.detail.made ?? '', eventIds: before.detail.events ?? [] }
}
