import { mayOpenNow } from '../../../../activities/people/mayReadNow'
import { refsClosedTo } from '../../../../activities/supervision/refsClosedTo'
import { withoutRefs } from '../../../../activities/supervision/wordsWithoutRestricted'
import { calendarInForce } from '../../../../activities/planning/calendarInForce'
import { loadYear } from '../../../../activities/supervision/loadYear'
import { readYear, type YearRow } from '../../../../activities/supervision/yearRow'
import { monthOfSessions, type SkippedSession } from '../../../../domain/supervision/diary'
import { planYear } from '../../../../domain/supervision/planYear'
import type { Remedy } from '../../../../domain/supervision/yearPlan'
import type { Database } from '../../../../prisma/database'
import { Prisma } from '../../../../prisma/generated/client'
import type { Reader } from '../../reading/loadReader'
import { readableCases } from '../../reading/readableCases'
import type { ChangeLine, DiaryLine, GapLine } from '../teamYear'

const MONTHS = 12
const DAY_MS = 24 * 60 * 60 * 1000

/** A case without a place, and the least that would mend it; null where nothing would. */
export interface PageGap extends GapLine {
  readonly remedy: Remedy | null
}

/** The year of a team for one reader: cases they may not read are neither named nor counted among gaps and moves. The place of one is taken all the same: decision 31. */
export interface YearOnPage {
  readonly row: YearRow
  readonly sessions: readonly DiaryLine[]
  readonly gaps: readonly PageGap[]
  readonly changes: readonly ChangeLine[]
  /** Where the pattern has a session that is not held: holidays and closed days of twelve months. */
  readonly skipped: readonly SkippedSession[]
  /** It is being planned again. */
  readonly behind: boolean
  readonly problem: string | null
}

/** Undefined where nobody has set a year. `now`: epoch milliseconds, from which yesterday is counted. */
export async function yearOnPage(
  db: Database,
  reader: Reader,
  { teamId, now }: { readonly teamId: string; readonly now: number },
): Promise<YearOnPage | undefined> {
  const row = await readYear(db, teamId)
  if (row === undefined) return undefined
  const { day: today } = reader
  const calendar = await calendarInForce(db)
  const sessions = await db.$queryRaw<DiaryLine[]>`
    select s.id::text, s.on_day::text as on, s.at, s.minutes, s.room, s.state, s.state_why as why, s.capacity,
      (select count(*)::int from session_case c where c.session_id = s.id) as placed,
      (select count(*)::int from session_case c where c.session_id = s.id and not ${mayOpenNow(reader.id, Prisma.sql`c.case_id`, today.toString())}) as closed,
      (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply is null) as unanswered,
      (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply = 'declined') as declined
    from session s where s.team_id = ${teamId}::uuid and s.on_day >= ${today.withDayOfMonth(1).toString()}::date order by s.on_day, s.at, s.id`
  const known = await db.$queryRaw<GapLine[]>`
    select c.ref, g.month, g.why from supervision_gap g join case_file c on c.id = g.case_id
    where g.team_id = ${teamId}::uuid and g.closed_at is null and g.month >= ${today.toString().slice(0, 7)} and ${readableCases(reader)} order by g.month, c.ref`
  const changes = await db.$queryRaw<ChangeLine[]>`
    select c.ref, x.change, x.from_day::text, x.to_day::text, x.why from supervision_change x join case_file c on c.id = x.case_id
    where x.team_id = ${teamId}::uuid and x.at >= ${new Date(now - DAY_MS).toISOString()}::timestamptz and ${readableCases(reader)} order by x.at, x.month, c.ref, x.id`
  const closed = await refsClosedTo(db, {
    readerId: reader.id,
    day: today.toString(),
    texts: changes.map(({ why }) => why),
  })
  const [state] = await db.$queryRaw<{ behind: boolean; problem: string | null }[]>`
    select facts_version <> planned_version as behind, problem from supervision_year where team_id = ${teamId}::uuid`
  const remedies = known.length === 0 ? new Map<string, Remedy>() : await remediesOf()
  const months = Array.from({ length: MONTHS + 1 }, (_, index) => today.withDayOfMonth(1).plusMonths(index))
  const team = {
    id: row.teamName,
    pattern: row.pattern,
    oneOffs: [],
    cases: [],
    closedDates: row.closedDates,
    minutesPerCase: row.minutesPerCase,
  }
  return {
    ...{ row, sessions, behind: state?.behind ?? false, problem: state?.problem ?? null },
    // Written when the other case was not restricted yet.
    changes: changes.map((one) => ({ ...one, why: withoutRefs(one.why, closed) })),
    gaps: known.map((gap) => ({ ...gap, remedy: remedies.get(`${gap.ref} ${gap.month}`) ?? null })),
    skipped: months.flatMap((month) => monthOfSessions(team, month, today.withDayOfMonth(1), calendar).skipped),
  }

  /** By reference and month. The year is worked out again only where something in it has to be mended. */
  async function remediesOf(): Promise<ReadonlyMap<string, Remedy>> {
    if (row === undefined) return new Map()
    const { input } = await loadYear(db, { year: row, today, calendar })
    return new Map(
      planYear(input, calendar).gaps.flatMap(({ case: ref, month, why }) =>
        why.gap === 'closed-before' ? [] : [[`${ref} ${month}`, why.remedy] as const],
      ),
    )
  }
}

/** Which of these references the reader may read: what a change of a year would do names others to nobody. */
export async function readableRefs(
  db: Database,
  reader: Reader,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ ref: string }[]>(
    Prisma.sql`select c.ref from case_file c where c.ref = any(${[...new Set(refs)]}) and ${readableCases(reader)}`,
  )
  return new Set(rows.map(({ ref }) => ref))
}
