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
import { monthName } from '../../../domain/supervision/monthName'
import { changesSince, diaryOf, gapsFrom, type ChangeLine, type DiaryLine, type GapLine } from './diary'

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
  const sessions = await diaryOf(db, { teamId, from: today.minusDays(31).toString() })
  const gaps = await gapsFrom(db, { teamId, month: monthName(today) })
  const changes = await changesSince(db, { teamId, since: now - DAY_MS })
  const [problem] = await db.$queryRaw<{ problem: string | null }[]>`
    select problem from supervision_year where team_id = ${teamId}::uuid`
  const plan = planYear(input, calendar)
  return {
    ...{ row, today: today.toString(), sessions, gaps, changes },
    ...{ input, plan, calendar, problem: problem?.problem ?? null },
  }
}
