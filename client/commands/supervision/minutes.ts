import { newId } from '../../../activities/newId'
import { loadReader } from '../../queries/reading/loadReader'
import { openTo } from '../../queries/reading/readableCases'
import { seenCases } from '../../queries/supervision/web/seenCases'
import { sessionAccess } from '../../queries/supervision/web/sessionAccess'
import { PROMPT_IDS } from '../../../domain/supervision/summary/prompts'
import { govukDate } from '../../../domain/timeline/govukDate'
import { readDay } from '../readDay'
import type { CommandDeps } from '../command'
import {
  NOT_ORGANISER,
  organises,
  refuse,
  sessionCommand,
  type Acting,
  type Answered,
  type Command,
  type SessionActing,
} from './acting'
import { recordOnCase } from './recordOnCase'
import { NOT_IN_SESSION } from './summaries'
import type { Transaction } from '../../../prisma/database'

/** One line of the minutes. `prompt`: one of the record prompts; `decision`: what was decided. */
export interface AddMinute extends Command {
  readonly sessionId: string
  readonly ref: string
  readonly prompt: string
  readonly text: string
}

const MOST_LETTERS = 5_000
const NOT_THERE = 'Only who is invited to a session, or runs it, writes its minutes.'

/** Adds a line to the minutes of a case, as it is typed. Nothing is changed or taken away: a line that corrects another says so. Idempotent by command id. */
export const addMinute = (deps: CommandDeps, command: AddMinute): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-minute', concerns: 'session' }, async (tx, acting) => {
    const { session, actor, commandId, now } = acting
    if (!(PROMPT_IDS as readonly string[]).includes(command.prompt))
      return refuse('bad-data', `--prompt ${command.prompt} is none of ${PROMPT_IDS.join(', ')}.`)
    const about = await caseOfSession(tx, acting, command.ref)
    if ('refused' in about) return about
    const text = command.text.trim()
    if (text === '' || text.length > MOST_LETTERS)
      return refuse('bad-data', `A line has ${String(MOST_LETTERS)} letters at most, and one at least.`)
    const id = newId(now)
    await tx.$executeRaw`
      insert into minute (id, session_id, case_id, prompt, text, written_by, at, command_id)
      values (${id}::uuid, ${session.id}::uuid, ${about.caseId}::uuid, ${command.prompt}, ${text}, ${actor.id}::uuid, ${new Date(now).toISOString()}::timestamptz,
        ${commandId}::uuid)`
    return { id, detail: { case: about.caseId } }
  })

export interface AgreeAction extends Command {
  readonly sessionId: string
  readonly ref: string
  readonly action: string
  /** Who does it, by id. */
  readonly ownerId: string
  /** ISO date: the last day. */
  readonly by: string
}

/** An action agreed in a session: a fact of the case, which is reminded of and goes up when it is late, like every other. Idempotent by command id. */
export const agreeAction = (deps: CommandDeps, command: AgreeAction): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-action', concerns: 'session', cases: { ref: command.ref } },
    async (tx, acting) => {
      const { session, cases, actor, people, commandId, now, today } = acting
      const about = await caseOfSession(tx, acting, command.ref)
      if ('refused' in about) return about
      const row = cases.get(about.caseId)
      if (row === undefined) return refuse('unknown-case', `There is no case ${command.ref}. Check the reference.`)
      const by = readDay(command.by)
      if (by === undefined)
        return refuse('bad-data', `--by ${command.by} is not a day that exists. Write it as 2026-03-02.`)
      if (by.isBefore(session.on))
        return refuse('bad-data', `--by ${command.by} lies before the session of ${govukDate(session.on)}.`)
      if (people.byId(command.ownerId)?.active !== true)
        return refuse('unknown-person', 'Whoever does it is somebody in post. Name them with --owner.')
      const data = { action: command.action.trim(), owner: command.ownerId, by: command.by, meeting: session.id }
      const on = session.on
      const recorded = await recordOnCase(tx, {
        row,
        kind: 'action-agreed',
        on,
        data,
        actorId: actor.id,
        commandId,
        now,
        today,
      })
      return typeof recorded === 'string' ? { id: recorded, cases: [row.id], detail: { case: row.id } } : recorded
    },
  )

/** The case, where the person may write about it in this session: from the day of the session on, and until its minutes are out. */
async function caseOfSession(tx: Transaction, acting: SessionActing, ref: string) {
  const { session, actor, today } = acting
  const reader = await loadReader(tx, actor.id, today)
  const access = reader === undefined ? undefined : await sessionAccess(tx, reader, session.id)
  if (reader === undefined || access === undefined || !(access.invited || access.organises))
    return refuse('not-allowed', NOT_THERE)
  if (session.state === 'cancelled' || session.state === 'not-held')
    return refuse('already-ended', 'This session was not held: it has no minutes.')
  if (session.on.isAfter(today))
    return refuse('bad-data', `This session is on ${govukDate(session.on)}. Minutes are written in it.`)
  const [row] = await tx.$queryRaw<{ id: string; discussed: boolean | null; open: boolean; seen: boolean }[]>`
    select c.id::text, x.discussed, ${openTo(reader)} as open, ${seenCases(reader, access)} as seen from case_file c join session_case x on x.case_id = c.id
    where c.ref = ${ref} and x.session_id = ${session.id}::uuid`
  if (row === undefined) return refuse('bad-data', NOT_IN_SESSION)
  if (!row.open) return refuse('not-allowed', 'This case is restricted, and this person has no access to it.')
  if (!row.seen) return refuse('not-allowed', OVER)
  if (row.discussed === false) return refuse('bad-data', `Case ${ref} was not discussed in this session.`)
  if (session.minutesOut) return refuse('already-ended', OUT)
  return { caseId: row.id }
}

const OVER =
  'The day of this session is past: only who may open the case, or runs the session, still writes about it. Ask the worker or the coordinator.'
const OUT =
  'The minutes of this session are out: nothing is added to them any more. Record it on the case, or say it in the next session.'

export interface SessionStep extends Command {
  readonly sessionId: string
}

/** The papers of a session are out: everybody invited is told where they are. Idempotent by command id. */
export const papersOut = (deps: CommandDeps, command: SessionStep): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-papers', concerns: 'session' }, async (tx, acting) => {
    const { session } = acting
    const problem = organiserOnly(acting)
    if (problem !== undefined) return problem
    if (session.state !== 'planned')
      return refuse('already-ended', 'This session is no longer planned: nobody needs papers for it.')
    if (session.papersOut) return refuse('answered-already', 'The papers of this session are out already.')
    return note(tx, acting, 'papers')
  })

/** The minutes of a session are out: everybody who is invited is told where they are. Idempotent by command id. */
export const minutesOut = (deps: CommandDeps, command: SessionStep): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-minutes', concerns: 'session' }, async (tx, acting) => {
    const { session } = acting
    const problem = organiserOnly(acting)
    if (problem !== undefined) return problem
    if (session.state !== 'held')
      return refuse('bad-data', 'Record first that it was held, and who was discussed: caseclock supervision held.')
    if (session.minutesOut) return refuse('answered-already', 'The minutes of this session are out already.')
    return note(tx, acting, 'minutes')
  })

const organiserOnly = (acting: Acting) => (organises(acting) ? undefined : refuse('not-allowed', NOT_ORGANISER))

async function note(tx: Transaction, { session, now }: SessionActing, what: 'papers' | 'minutes') {
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    update session set papers_out_at = case when ${what} = 'papers' then ${moment}::timestamptz else papers_out_at end,
      minutes_out_at = case when ${what} = 'minutes' then ${moment}::timestamptz else minutes_out_at end where id = ${session.id}::uuid`
  return {}
}
