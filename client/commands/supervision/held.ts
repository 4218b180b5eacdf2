import type { CaseRow } from '../../../activities/planning/lockCase'
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
import { openTo } from '../../queries/reading/readableCases'
import { absentFrom, saveDiscussed } from './saveDiscussed'

export interface RecordHeld extends Command {
  readonly sessionId: string
  /** Ids of those who were there; whoever is invited and not named was not. */
  readonly present: readonly string[]
  /** Cases that were not discussed, by reference, each with the reason. */
  readonly notDiscussed: readonly { readonly ref: string; readonly why: string }[]
}

/**
 * Records that a session was held: who was there, and which cases were discussed, a fact on each of them. Those that were not are placed again in the same month. Whoever
 * was missing without an approved exception stands on the case as absent. Of a case that whoever records may not open nothing is said: somebody who may says it
 * (`sayDiscussed`), and until then its month is asked for as before. Idempotent by command id.
 */
export const recordHeld = (deps: CommandDeps, command: RecordHeld): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-held', concerns: 'year', cases: 'all' },
    async (tx, acting) => {
      const problem = notRecordable(acting)
      if (problem !== undefined) return problem
      const { session, today } = acting
      const cases = await casesOpen(tx, acting)
      const left = new Map(command.notDiscussed.map(({ ref, why }) => [ref, why.trim()]))
      const refs = new Set(cases.map(({ ref }) => ref))
      const stranger = [...left.keys()].find((ref) => !refs.has(ref))
      if (stranger !== undefined) return refuse('bad-data', `Case ${stranger} is not among those of this session.`)
      if ([...left.values()].includes(''))
        return refuse('bad-data', 'Say why a case was not discussed: --not-discussed "N-1042: the worker was ill".')
      const unknown = command.present.find((id) => acting.people.byId(id) === undefined)
      if (unknown !== undefined) return refuse('unknown-person', 'Somebody named as present is not known.')
      await tx.$executeRaw`
        update attendance set attended = person_id = any(${[...command.present]}::uuid[]) where session_id = ${session.id}::uuid and uninvited_on is null`
      const absent = await absentFrom(tx, session.id)
      for (const row of cases) {
        const wrong = await saveDiscussed(tx, acting, { row, whyNot: left.get(row.ref) ?? null, absent })
        if (wrong !== undefined) return wrong
      }
      await tx.$executeRaw`
      update session set state = 'held', recorded_on = ${today.toString()}::date, sampled = ${await isSampled(tx, session.teamId)} where id = ${session.id}::uuid`
      const discussed = cases.filter(({ ref }) => !left.has(ref)).map(({ id }) => id)
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

/** The cases of the session that whoever acts may open, in the order in which they were locked. */
async function casesOpen(tx: Transaction, { cases, actor, today }: SessionActing): Promise<readonly CaseRow[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id::text from case_file c where c.id = any(${[...cases.keys()]}::uuid[]) and ${openTo({ id: actor.id, day: today })}`
  const open = new Set(rows.map(({ id }) => id))
  return [...cases.values()].filter(({ id }) => open.has(id))
}

/** In the order in which a team's sessions are recorded as held; the year is locked. */
async function isSampled(tx: Transaction, teamId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from session where team_id = ${teamId}::uuid and state = 'held'`
  return sampled(row?.count ?? 0)
}
