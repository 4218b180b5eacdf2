import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { newId } from '../../../activities/newId'
import { lockCase, type CaseRow } from '../../../activities/planning/lockCase'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import { holdsOver } from '../../../domain/access/mayAct'
import type { KnownPerson } from '../../../domain/access/whoStandsFor'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import type { ProcessName } from '../../../workflows/protocol'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { peopleAt, type PeopleAt } from '../peopleAt'
import { usedCommand } from '../usedCommand'

/** A session as a command finds it, locked. */
export interface ActedSession {
  readonly id: string
  readonly teamId: string
  readonly on: LocalDate
  readonly at: string
  readonly minutes: number
  readonly state: 'planned' | 'cancelled' | 'held' | 'not-held'
  readonly origin: 'pattern' | 'added'
  readonly patternSlot: string | null
  readonly papersOut: boolean
  readonly minutesOut: boolean
  readonly checked: boolean
  readonly sampled: boolean
}

/** Who acts, when, on what. */
export interface Acting {
  readonly actor: KnownPerson
  readonly covered: readonly KnownPerson[]
  readonly people: PeopleAt
  readonly now: number
  readonly today: LocalDate
  readonly teamId: string
  readonly commandId: string
}

export interface SessionActing extends Acting {
  readonly session: ActedSession
  /** The cases that the command asked for, locked, by id. */
  readonly cases: ReadonlyMap<string, CaseRow>
}

/** A command about one session. `cases`: which cases it records facts on: that with this reference, or every one of the session. */
export interface SessionCommand extends Command {
  readonly action: string
  readonly sessionId: string
  readonly concerns: 'session' | 'year'
  readonly cases?: { readonly ref: string } | 'all'
}

export interface Done {
  readonly accepted: true
  /** The same command sent again: nothing was written. */
  readonly repeated: boolean
  /** What was made, by id; empty where nothing was. */
  readonly id: string
  /** Cases on which facts were recorded. */
  readonly cases: readonly string[]
}

export type Answered = Done | Refusal

/** What a command did: facts of cases it recorded, what it made, and what the audit keeps of it (ids and plain words, no names). */
export interface Work {
  readonly id?: string
  readonly cases?: readonly string[]
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Command {
  readonly actorId: string
  readonly commandId: string
}

export const refuse = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })

/** Who sets and changes a team's year: whoever coordinates it, its managers, an administrator. */
export const organises = ({ actor, covered, people, teamId }: Acting): boolean =>
  holdsOver('organise-supervision', { person: actor, reach: { teamId, parents: people.parents }, covered })

export const manages = ({ actor, covered, people, teamId }: Acting): boolean =>
  holdsOver('manage-team', { person: actor, reach: { teamId, parents: people.parents }, covered })

export const NOT_ORGANISER =
  'Only the coordinator of the team, one of its managers or an administrator may do this. Ask one of them.'

/** A command about the year of a team: one transaction, then its process is woken. The row of the year is locked where there is one. */
export async function yearCommand(
  { db, processes }: CommandDeps,
  about: Command & { readonly action: string; readonly teamId: string },
  work: (tx: Transaction, acting: Acting) => Promise<Work | Refusal>,
): Promise<Answered> {
  const answer = await inTransaction(db, (tx) => saveYear(tx, about, work))
  if ('accepted' in answer) {
    const cases = answer.cases.map((id) => ({ type: 'caseTimeline' as const, id }))
    await processes.nudge([...cases, { type: 'groupSupervisionYear', id: about.teamId }])
  }
  return answer
}

/** The same in a transaction of the caller's, for a look at what it would do. */
export async function saveYear(
  tx: Transaction,
  about: Command & { readonly action: string; readonly teamId: string },
  work: (tx: Transaction, acting: Acting) => Promise<Work | Refusal>,
): Promise<Answered> {
  await tx.$queryRaw`select team_id from supervision_year where team_id::text = ${about.teamId} for update`
  return acted(tx, about, work)
}

/**
 * A command about one session: one transaction, then the processes it concerns are woken: the session, the cases on which facts were recorded, and where it changes who is
 * discussed when, the year.
 */
export async function sessionCommand(
  { db, processes }: CommandDeps,
  about: SessionCommand,
  work: (tx: Transaction, acting: SessionActing) => Promise<Work | Refusal>,
): Promise<Answered> {
  const { answer, teamId } = await inTransaction(db, (tx) => saveSession(tx, about, work))
  if ('accepted' in answer) {
    const woken: readonly ProcessName[] = [
      { type: 'groupSupervisionSession', id: about.sessionId },
      ...(about.concerns === 'year' ? [{ type: 'groupSupervisionYear' as const, id: teamId }] : []),
      ...answer.cases.map((id) => ({ type: 'caseTimeline' as const, id })),
    ]
    await processes.nudge(woken)
  }
  return answer
}

/** The same in a transaction of the caller's. */
export async function saveSession(
  tx: Transaction,
  about: SessionCommand,
  work: (tx: Transaction, acting: SessionActing) => Promise<Work | Refusal>,
): Promise<{ readonly answer: Answered; readonly teamId: string }> {
  const [known] = await tx.$queryRaw<{ team_id: string }[]>`
    select team_id::text from session where id::text = ${about.sessionId.toLowerCase()}`
  if (known === undefined) return { answer: refuse('unknown-session', UNKNOWN_SESSION), teamId: '' }
  const teamId = known.team_id
  // Cases before years before sessions, each by id: as everybody locks.
  const ids = await casesAsked(tx, about)
  const cases = new Map<string, CaseRow>()
  for (const id of ids) {
    const row = await lockCase(tx, id)
    if (row !== undefined) cases.set(id, row)
  }
  if (about.concerns === 'year')
    await tx.$queryRaw`select team_id from supervision_year where team_id = ${teamId}::uuid for update`
  const session = await lockSession(tx, about.sessionId)
  if (session === undefined) return { answer: refuse('unknown-session', UNKNOWN_SESSION), teamId }
  if ((await casesAsked(tx, about)).join() !== ids.join())
    return {
      answer: refuse('changed-since', 'Its cases have changed since. Nothing was saved: look at it again.'),
      teamId,
    }
  const answer = await acted(tx, { ...about, teamId }, async (inside, acting) => {
    const done = await work(inside, { ...acting, session, cases })
    if ('refused' in done) return done
    await inside.$executeRaw`update session set facts_version = facts_version + 1 where id = ${session.id}::uuid`
    if (about.concerns === 'year')
      await inside.$executeRaw`update supervision_year set facts_version = facts_version + 1 where team_id = ${teamId}::uuid`
    return { ...done, id: done.id ?? session.id, detail: { session: session.id, ...done.detail } }
  })
  return { answer, teamId }
}

/** The ids of the cases of a command, in order. */
async function casesAsked(tx: Transaction, { sessionId, cases }: SessionCommand): Promise<readonly string[]> {
  if (cases === undefined) return []
  const rows =
    cases === 'all'
      ? await tx.$queryRaw<{ id: string }[]>`
          select case_id::text as id from session_case where session_id::text = ${sessionId.toLowerCase()} order by case_id`
      : await tx.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = ${cases.ref}`
  return rows.map(({ id }) => id)
}

const UNKNOWN_SESSION =
  'There is no such session. `caseclock supervision year TEAM` lists those of a team with their ids.'

async function acted(
  tx: Transaction,
  {
    actorId,
    commandId,
    action,
    teamId,
    sessionId,
  }: Command & { readonly action: string; readonly teamId: string; readonly sessionId?: string },
  work: (tx: Transaction, acting: Acting) => Promise<Work | Refusal>,
): Promise<Answered> {
  const noId = [commandId, actorId, teamId].find((id) => !isId(id))
  if (noId !== undefined) return refuse('bad-data', `${noId} is no id: people, teams and commands have a UUID.`)
  // The same command twice at once: the second waits here, and finds what the first did.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId.toLowerCase()}, 0))`
  const [before] = await tx.$queryRaw<
    {
      action: string
      actor_id: string | null
      detail: { team?: string; session?: string; made?: string; cases?: string[] }
    }[]
  >`
    select action, actor_id::text, detail from audit_event where command_id = ${commandId}::uuid`
  if (
    before?.action === action &&
    before.actor_id === actorId.toLowerCase() &&
    before.detail.team === teamId &&
    before.detail.session === sessionId?.toLowerCase()
  )
    return { accepted: true, repeated: true, id: before.detail.made ?? '', cases: before.detail.cases ?? [] }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const people = await peopleAt(tx, today)
  const actor = people.byId(actorId.toLowerCase())
  if (actor === undefined)
    return refuse('unknown-person', 'Nobody is known by that id. Name the person who acts with --as.')
  if (!actor.active) return refuse('not-allowed', 'This person has left. Act as somebody who is in post.')
  const acting: Acting = { actor, covered: people.coveredBy(actor), people, now, today, teamId, commandId }
  const done = await work(tx, acting)
  if ('refused' in done) return done
  const { id = '', cases = [], detail = {} } = done
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${action}, null, ${commandId}::uuid,
      ${JSON.stringify({ team: teamId, made: id, cases, ...detail })}::jsonb)`
  return { accepted: true, repeated: false, id, cases }
}

async function lockSession(tx: Transaction, sessionId: string): Promise<ActedSession | undefined> {
  const [row] = await tx.$queryRaw<(Omit<ActedSession, 'on'> & { readonly on: string })[]>`
    select id::text, team_id::text as "teamId", on_day::text as on, at, minutes, state, origin, pattern_slot as "patternSlot",
      papers_out_at is not null as "papersOut", minutes_out_at is not null as "minutesOut", checked_at is not null as checked, sampled
    from session where id::text = ${sessionId.toLowerCase()} for update`
  return row === undefined ? undefined : { ...row, on: isoDay(row.on) }
}
