import type { LocalDate } from '@js-joda/core'
import { newId } from '../../../activities/newId'
import { askAnew } from '../../../activities/supervision/askAnew'
import { calendarInForce } from '../../../activities/planning/calendarInForce'
import { isoDay } from '../../../domain/calendar/isoDay'
import { isWallTime } from '../../../domain/calendar/wallTime'
import { notHeldOn } from '../../../domain/supervision/diary'
import { notHeldWords } from '../../../domain/supervision/reasonWords'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { Transaction } from '../../../prisma/database'
import type { Refusal } from '../command'
import { NOT_ORGANISER, organises, refuse, type Acting, type SessionActing, type Work } from './acting'

/** What can be done to one session of a year. Days are civil days, times London wall times. */
export type SessionChange =
  | { readonly change: 'cancel'; readonly sessionId: string; readonly reason: string }
  | {
      readonly change: 'move'
      readonly sessionId: string
      readonly on: LocalDate
      readonly at?: string
      readonly room?: string
      readonly reason: string
    }
  | { readonly change: 'lengthen'; readonly sessionId: string; readonly minutes: number }
  | {
      readonly change: 'add'
      readonly teamId: string
      readonly on: LocalDate
      readonly at: string
      readonly minutes: number
      readonly room?: string
    }

const MOST_MINUTES = 24 * 60

/** Adds a session to a team's year. */
export async function addSession(
  tx: Transaction,
  acting: Acting,
  change: Extract<SessionChange, { change: 'add' }>,
): Promise<Work | Refusal> {
  if (!organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
  const { teamId, on, at, minutes, room } = change
  const [year] = await tx.$queryRaw<{ minutes_per_case: number; room: string; chair_id: string | null }[]>`
    select minutes_per_case, room, chair_id::text from supervision_year where team_id = ${teamId}::uuid`
  if (year === undefined)
    return refuse('bad-data', 'This team has no year yet. Set when it meets first: caseclock supervision pattern TEAM.')
  const problem = await placeProblem(tx, acting, { on, at, minutes })
  if (problem !== undefined) return problem
  const id = newId(acting.now)
  await tx.$executeRaw`
    insert into session (id, team_id, on_day, at, minutes, capacity, room, chair_id, origin, state, revision, diarised_on, sampled, facts_version, planned_version)
    values (${id}::uuid, ${teamId}::uuid, ${on.toString()}::date, ${at}, ${minutes}, ${Math.floor(minutes / year.minutes_per_case)}, ${room ?? year.room},
      ${year.chair_id}::uuid, 'added', 'planned', 0, ${acting.today.toString()}::date, false, 1, 0)`
  await tx.$executeRaw`update supervision_year set facts_version = facts_version + 1 where team_id = ${teamId}::uuid`
  return { id, detail: { on: on.toString(), at, minutes } }
}

/** Cancels a session, moves it, or makes it longer or shorter. Its invitations rise by one, and everybody invited is told once. */
export async function changeOne(
  tx: Transaction,
  acting: SessionActing,
  change: Exclude<SessionChange, { change: 'add' }>,
): Promise<Work | Refusal> {
  if (!organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
  const { session, today } = acting
  if (session.state !== 'planned')
    return refuse('already-ended', `This session is ${STATES[session.state]}: nothing can be changed in it any more.`)
  if (session.on.isBefore(today))
    return refuse(
      'already-ended',
      `This session was on ${govukDate(session.on)}. Record whether it was held: caseclock supervision held.`,
    )
  switch (change.change) {
    case 'cancel':
      return cancel(tx, acting, change.reason)
    case 'move':
      return move(tx, acting, change)
    case 'lengthen':
      return lengthen(tx, acting, change.minutes)
  }
}

const STATES = { planned: 'planned', cancelled: 'cancelled', held: 'held', 'not-held': 'recorded as not held' } as const

async function cancel(tx: Transaction, { session, actor }: SessionActing, reason: string): Promise<Work | Refusal> {
  if (reason.trim() === '') return refuse('bad-data', 'Say why it is cancelled, for those who are told: --reason.')
  await tx.$executeRaw`
    update session set state = 'cancelled', state_why = ${reason.trim()}, cancelled_by = ${actor.id}::uuid, revision = revision + 1
    where id = ${session.id}::uuid`
  return { detail: { reason: reason.trim() } }
}

async function move(
  tx: Transaction,
  acting: SessionActing,
  { on, at, room }: Extract<SessionChange, { change: 'move' }>,
): Promise<Work | Refusal> {
  const { session } = acting
  const time = at ?? session.at
  if (on.equals(session.on) && time === session.at && room === undefined)
    return refuse('bad-data', 'It is then already. Give another day or time, or another room.')
  const problem = await placeProblem(tx, acting, { on, at: time, minutes: session.minutes })
  if (problem !== undefined) return problem
  const slot = session.patternSlot ?? `${session.on.toString()}T${session.at}`
  const home = session.origin === 'added' || slot === `${on.toString()}T${time}` ? null : slot
  await tx.$executeRaw`
    update session set on_day = ${on.toString()}::date, at = ${time}, room = coalesce(${room ?? null}, room), pattern_slot = ${home}, diarised_on = ${acting.today.toString()}::date, revision = revision + 1
    where id = ${session.id}::uuid`
  if (!on.equals(session.on) || time !== session.at) {
    await tx.$executeRaw`update session set papers_out_at = null where id = ${session.id}::uuid`
    await askAnew(tx, [session.id])
  }
  return { detail: { from: `${session.on.toString()}T${session.at}`, to: `${on.toString()}T${time}` } }
}

async function lengthen(tx: Transaction, { session }: SessionActing, minutes: number): Promise<Work | Refusal> {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES)
    return refuse('bad-data', `--minutes is a whole number from 1 to ${String(MOST_MINUTES)}.`)
  await tx.$executeRaw`update session set minutes = ${minutes}, revision = revision + 1 where id = ${session.id}::uuid`
  return { detail: { minutes } }
}

/** Why there can be no session of the team then, or undefined. */
async function placeProblem(
  tx: Transaction,
  { teamId, today, ...acting }: Acting | SessionActing,
  { on, at, minutes }: { readonly on: LocalDate; readonly at: string; readonly minutes: number },
): Promise<Refusal | undefined> {
  if (!isWallTime(at)) return refuse('bad-data', `A time of day is written 09:30. Found ${at}.`)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES)
    return refuse('bad-data', `--minutes is a whole number from 1 to ${String(MOST_MINUTES)}.`)
  if (!on.isAfter(today))
    return refuse('bad-data', 'The earliest day is tomorrow: nobody can prepare for a session of today.')
  if (on.isAfter(today.plusMonths(12)))
    return refuse('bad-data', 'A year is planned for twelve months. Give a day within them.')
  const closed = await tx.$queryRaw<{ days: readonly string[] }[]>`
    select closed_dates::text[] as days from supervision_year where team_id = ${teamId}::uuid`
  const because = notHeldOn(on, { closedDates: (closed[0]?.days ?? []).map(isoDay) }, await calendarInForce(tx))
  if (because !== undefined) return refuse('bad-data', `Nothing is held on ${govukDate(on)}: ${notHeldWords(because)}.`)
  const own = 'session' in acting ? acting.session.id : null
  const taken = await tx.$queryRaw<unknown[]>`
    select 1 from session where team_id = ${teamId}::uuid and on_day = ${on.toString()}::date and at = ${at} and state <> 'cancelled'
      and id is distinct from ${own}::uuid`
  return taken.length === 0
    ? undefined
    : refuse('known-already', `The team has a session on ${govukDate(on)} at ${at} already. Give another time.`)
}
