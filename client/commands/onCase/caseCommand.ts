import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { newId } from '../../../activities/newId'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { lockCase, type CaseRow } from '../../../activities/planning/lockCase'
import { planCase } from '../../../activities/planning/planCase'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { londonDay } from '../../../domain/calendar/london'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import type { Accepted, CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { loadActing, type Acting } from '../loadActing'
import { scopeProblem } from '../mayRecordProblem'
import { usedCommand } from '../usedCommand'
import { appendFacts } from './appendFacts'
import type { NewFact } from './factsProblem'

/** A command on one case. */
export interface CaseCommand {
  /** The case by reference. */
  readonly ref: string
  readonly actorId: string
  /** One per click: the same command twice does nothing and gets the first answer. A UUID. */
  readonly commandId: string
  /** The version of the case the person was looking at; not checked when missing. */
  readonly seenVersion?: number
}

export interface About extends CaseCommand {
  /** What the audit calls it. */
  readonly action: string
  /** What it may record: asked of whoever acts before anything else. None: only whoever may act on the whole case. */
  readonly kinds: readonly EventKind[]
  /** It decides by what was planned: the case is planned first. */
  readonly byPlan?: boolean
  /** It has looked itself at what cannot be beside the other facts, and knows more of it. */
  readonly looksItself?: boolean
}

/** Somebody who may do it, and the case, locked, as it is known today. */
export interface OnCase extends Acting {
  readonly tx: Transaction
  readonly row: CaseRow
  readonly facts: CaseFacts
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
  readonly commandId: string
}

/** What a command comes to: its facts in order, what it made by id, what is done once they are saved, and what else the audit keeps of it (ids and plain words, no names). */
export interface Worked {
  readonly facts?: readonly NewFact[]
  readonly id?: string
  readonly afterwards?: (eventIds: readonly string[]) => Promise<unknown>
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface CaseDone extends Accepted {
  /** What was made; empty where nothing was. */
  readonly id: string
}

export type CaseAnswer = CaseDone | Refusal

export const refuse = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })

/** A transaction that is the caller's to take back, whatever the answer: nobody is nudged. */
export interface Within {
  readonly tx: Transaction
}

/** Ends the transaction: what a command had written before it was refused is taken back. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.todo)
    this.refusal = refusal
  }
}

/**
 * Does one thing about a case as one: who acts, every payload, every day and what cannot be beside the other facts are looked at; then one transaction, then a nudge, which wakes whatever the
 * case concerns. Refusals say what to do, and nothing is half written. Idempotent by command id.
 */
export async function caseCommand(
  deps: CommandDeps | Within,
  about: About,
  work: (on: OnCase) => Promise<Worked | Refusal> | Worked | Refusal,
): Promise<CaseAnswer> {
  try {
    if ('tx' in deps) return await save(deps.tx, about, work)
    const answer = await inTransaction(deps.db, (tx) => save(tx, about, work))
    await deps.processes.nudge(answer.concerns)
    return answer
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

async function save(tx: Transaction, about: About, work: Parameters<typeof caseCommand>[2]): Promise<CaseDone> {
  const { ref, actorId, commandId, action, kinds, byPlan = false, seenVersion } = about
  const not = (refused: Refusal['refused'], todo: string): Refused => new Refused(refuse(refused, todo))
  const noId = [commandId, actorId].find((id) => !isId(id))
  if (noId !== undefined) throw not('bad-data', `${noId} is no id: people and commands have a UUID.`)
  // The same command twice at once: the second waits here, and finds what the first did.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId.toLowerCase()}, 0))`
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id from case_file where ref = ${ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined)
    throw not(
      'unknown-case',
      `There is no case ${ref}. Check the reference: \`caseclock due\` lists those you may see.`,
    )
  const repeated = await firstAnswer(tx, about, row)
  if (repeated !== undefined) return repeated
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const acting = await loadActing(tx, { actorId: actorId.toLowerCase(), row, day: today })
  if (typeof acting === 'string') throw not('not-allowed', acting)
  const notAllowed = scopeProblem(acting.scope, kinds.length === 0 ? ANY : kinds)
  if (notAllowed !== undefined) throw not('not-allowed', notAllowed)
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) throw new Refused(used)
  if (seenVersion !== undefined && seenVersion !== row.facts_version)
    throw not(
      'changed-since',
      `Case ${ref} has changed since you opened it. Nothing was saved: look at what is new, then save again.`,
    )
  if (byPlan) await planCase(tx, rulesInForce(), row.id)
  const facts = knownOn(await loadFacts(tx, row), today)
  const on: OnCase = { ...acting, tx, row, facts, today, now, commandId }
  const done = await work(on)
  if ('refused' in done) throw new Refused(done)
  const appended = await appendFacts(on, done.facts ?? [], about)
  if ('refused' in appended) throw new Refused(appended)
  const eventIds = appended.events.map((event) => event.id)
  await done.afterwards?.(eventIds)
  const { id = '', detail = {} } = done
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${action}, ${row.id}::uuid,
      ${commandId}::uuid, ${JSON.stringify({ made: id, events: appended.events, ...detail })}::jsonb)`
  const concerns = [{ type: 'caseTimeline' as const, id: row.id }]
  return { accepted: true, repeated: false, factsVersion: appended.factsVersion, eventIds, concerns, id }
}

/** A kind that only those may record who may act on the whole case. */
const ANY: readonly EventKind[] = ['case-closed']

/** What the same command was answered before, by the same person; undefined where it is new. */
async function firstAnswer(
  tx: Transaction,
  { commandId, actorId, action }: About,
  row: CaseRow,
): Promise<CaseDone | undefined> {
  const [audit] = await tx.$queryRaw<{ detail: { readonly made?: string } }[]>`
    select detail from audit_event where command_id = ${commandId}::uuid and action = ${action} and case_id = ${row.id}::uuid
      and actor_id = ${actorId}::uuid`
  if (audit === undefined) return undefined
  const events = await tx.$queryRaw<{ id: string; facts_version: number }[]>`
    select id, facts_version from chronology_event where command_id = ${commandId}::uuid and case_id = ${row.id}::uuid order by position`
  return {
    ...{ accepted: true, repeated: true, factsVersion: events[0]?.facts_version ?? row.facts_version },
    ...{ eventIds: events.map(({ id }) => id), concerns: [], id: audit.detail.made ?? '' },
  }
}
