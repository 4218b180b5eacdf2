import { sampled } from '../../../domain/supervision/session/sampled'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps } from '../command'
import {
  NOT_ORGANISER,
  organises,
  refuse,
  sessionCommand,
  type Answered,
  type Command,
  type SessionActing,
} from './acting'
import { recordOnCase } from './recordOnCase'

export interface RecordHeld extends Command {
  readonly sessionId: string
  /** Ids of those who were there; whoever is invited and not named was not. */
  readonly present: readonly string[]
  /** Cases that were not discussed, by reference, each with the reason. */
  readonly notDiscussed: readonly { readonly ref: string; readonly why: string }[]
}

/**
 * Records that a session was held: who was there, and which cases were discussed, a fact on each of them. Those that were not are placed again in the same month. Whoever
 * was missing without an approved exception stands on the case as absent. Idempotent by command id.
 */
export const recordHeld = (deps: CommandDeps, command: RecordHeld): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-held', concerns: 'year', cases: 'all' },
    async (tx, acting) => {
      const problem = notRecordable(acting)
      if (problem !== undefined) return problem
      const { session, cases, today, actor, commandId, now } = acting
      const left = new Map(command.notDiscussed.map(({ ref, why }) => [ref, why.trim()]))
      const refs = new Set([...cases.values()].map(({ ref }) => ref))
      const stranger = [...left.keys()].find((ref) => !refs.has(ref))
      if (stranger !== undefined) return refuse('bad-data', `Case ${stranger} is not among those of this session.`)
      if ([...left.values()].includes(''))
        return refuse('bad-data', 'Say why a case was not discussed: --not-discussed "N-1042: the worker was ill".')
      const unknown = command.present.find((id) => acting.people.byId(id) === undefined)
      if (unknown !== undefined) return refuse('unknown-person', 'Somebody named as present is not known.')
      const absent = await saveAttendance(tx, session.id, command.present)
      for (const row of cases.values()) {
        const why = left.get(row.ref) ?? null
        await tx.$executeRaw`
        update session_case set discussed = ${why === null}, why_not = ${why} where session_id = ${session.id}::uuid and case_id = ${row.id}::uuid`
        if (why !== null) continue
        const recorded = await recordOnCase(tx, {
          ...{ row, kind: 'discussed-in-supervision', on: session.on, data: { session: session.id, absent } },
          ...{ actorId: actor.id, commandId, now, today },
        })
        if (typeof recorded !== 'string') return recorded
      }
      await tx.$executeRaw`
      update session set state = 'held', recorded_on = ${today.toString()}::date, sampled = ${await isSampled(tx, session.teamId)} where id = ${session.id}::uuid`
      const discussed = [...cases.values()].filter(({ ref }) => !left.has(ref)).map(({ id }) => id)
      return { cases: discussed, detail: { notDiscussed: [...left.keys()].length } }
    },
  )

export interface RecordNotHeld extends Command {
  readonly sessionId: string
  readonly reason: string
}

/** Records that a session did not take place: its cases are placed again in the same month, or named as gaps. Idempotent by command id. */
export const recordNotHeld = (deps: CommandDeps, command: RecordNotHeld): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-not-held', concerns: 'year' }, async (tx, acting) => {
    const problem = notRecordable(acting)
    if (problem !== undefined) return problem
    const reason = command.reason.trim()
    if (reason === '') return refuse('bad-data', 'Say why it was not held: --reason.')
    const { session, today } = acting
    await tx.$executeRaw`
      update session set state = 'not-held', state_why = ${reason}, recorded_on = ${today.toString()}::date where id = ${session.id}::uuid`
    await tx.$executeRaw`
      update session_case set discussed = false, why_not = ${reason} where session_id = ${session.id}::uuid`
    return { detail: { reason } }
  })

function notRecordable(acting: SessionActing) {
  const { session, today } = acting
  if (!organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
  if (session.state === 'cancelled') return refuse('already-ended', 'This session was cancelled.')
  if (session.state !== 'planned')
    return refuse('answered-already', 'Whether this session was held has been recorded already.')
  return session.on.isAfter(today)
    ? refuse(
        'bad-data',
        `This session is on ${govukDate(session.on)}. Record it when it has been; move or cancel it before.`,
      )
    : undefined
}

/** Notes who was there. Answers who was missing without an approved exception, by id; whoever came in their place counts as there. */
async function saveAttendance(
  tx: Transaction,
  sessionId: string,
  present: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ person_id: string; excused: boolean }[]>`
    update attendance set attended = person_id = any(${[...present]}::uuid[]) where session_id = ${sessionId}::uuid and uninvited_on is null
    returning person_id::text, coalesce(approved, false) as excused`
  const here = new Set(present)
  return rows
    .filter(({ person_id, excused }) => !here.has(person_id) && !excused)
    .map(({ person_id }) => person_id)
    .sort()
}

/** In the order in which a team's sessions are recorded as held; the year is locked. */
async function isSampled(tx: Transaction, teamId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from session where team_id = ${teamId}::uuid and state = 'held'`
  return sampled(row?.count ?? 0)
}
