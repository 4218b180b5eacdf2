import { readClock } from '../../../activities/clock'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { loadYear } from '../../../activities/supervision/loadYear'
import { readYear, type YearRow } from '../../../activities/supervision/yearRow'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import { londonDay } from '../../../domain/calendar/london'
import { planYear } from '../../../domain/supervision/planYear'
import type { YearInput } from '../../../domain/supervision/yearInput'
import type { YearPlan } from '../../../domain/supervision/yearPlan'
import type { Database } from '../../../prisma/database'

/** A session as the diary shows it. */
export interface DiaryLine {
  readonly id: string
  /** ISO date. */
  readonly on: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly state: 'planned' | 'cancelled' | 'held' | 'not-held'
  readonly why: string | null
  readonly capacity: number
  readonly placed: number
  /** How many of these the reader may not open; missing where nobody in particular reads. */
  readonly closed?: number
  /** Invitations that nobody has answered yet, and people who will not come. */
  readonly unanswered: number
  readonly declined: number
}

export interface ChangeLine {
  readonly ref: string
  readonly change: 'joined' | 'moved' | 'left'
  readonly from_day: string | null
  readonly to_day: string | null
  readonly why: string
}

export interface GapLine {
  readonly ref: string
  readonly month: string
  readonly why: string
}

/** The year of a team as it stands. */
export interface TeamYear {
  readonly row: YearRow
  /** ISO date. */
  readonly today: string
  readonly sessions: readonly DiaryLine[]
  readonly gaps: readonly GapLine[]
  /** What became otherwise since yesterday, this time of day. */
  readonly changes: readonly ChangeLine[]
  /** What it is made from and the plan of it, which is the one that stands: planning again moves nothing. */
  readonly input: YearInput
  readonly plan: YearPlan
  readonly calendar: WorkingCalendar
  readonly problem: string | null
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The year of a team, or undefined where nobody has set one. */
export async function teamYear(db: Database, teamId: string): Promise<TeamYear | undefined> {
  const row = await readYear(db, teamId)
  if (row === undefined) return undefined
  const { now } = await readClock(db)
  const today = londonDay(now)
  const { calendar } = await rulesInForce()(db, today)
  const { input } = await loadYear(db, { year: row, today, calendar })
  const sessions = await db.$queryRaw<DiaryLine[]>`
    select s.id::text, s.on_day::text as on, s.at, s.minutes, s.room, s.state, s.state_why as why, s.capacity,
      (select count(*)::int from session_case c where c.session_id = s.id) as placed,
      (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply is null) as unanswered,
      (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply = 'declined') as declined
    from session s where s.team_id = ${teamId}::uuid and s.on_day >= ${today.minusDays(31).toString()}::date order by s.on_day, s.at, s.id`
  const gaps = await db.$queryRaw<GapLine[]>`
    select c.ref, g.month, g.why from supervision_gap g join case_file c on c.id = g.case_id
    where g.team_id = ${teamId}::uuid and g.closed_at is null and g.month >= ${today.toString().slice(0, 7)} order by g.month, c.ref`
  const changes = await changesSince(db, teamId, now - DAY_MS)
  const [problem] = await db.$queryRaw<{ problem: string | null }[]>`
    select problem from supervision_year where team_id = ${teamId}::uuid`
  const plan = planYear(input, calendar)
  return {
    ...{ row, today: today.toString(), sessions, gaps, changes },
    ...{ input, plan, calendar, problem: problem?.problem ?? null },
  }
}

/** What became otherwise in a year after a moment (epoch milliseconds), in the order in which it did. */
export const changesSince = (
  db: Pick<Database, '$queryRaw'>,
  teamId: string,
  since: number,
): Promise<ChangeLine[]> => db.$queryRaw<ChangeLine[]>`
  select c.ref, x.change, x.from_day::text, x.to_day::text, x.why from supervision_change x join case_file c on c.id = x.case_id
  where x.team_id = ${teamId}::uuid and x.at >= ${new Date(since).toISOString()}::timestamptz order by x.at, x.month, c.ref, x.id`
