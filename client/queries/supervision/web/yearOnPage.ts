import { refsClosedTo } from '../../../../activities/supervision/refsClosedTo'
import { withoutRefs } from '../../../../activities/supervision/wordsWithoutRestricted'
import { remedyOf } from '../../../../activities/supervision/keptRemedy'
import { staleYears } from '../../../../activities/supervision/yearMembers'
import { readYear, type YearRow } from '../../../../activities/supervision/yearRow'
import { monthOfSessions, type SkippedSession } from '../../../../domain/supervision/diary'
import { monthName } from '../../../../domain/supervision/monthName'
import type { Remedy } from '../../../../domain/supervision/yearPlan'
import type { Database } from '../../../../prisma/database'
import type { Reader } from '../../reading/loadReader'
import { readableCases } from '../../reading/readableCases'
import { rulesNow } from '../../web/rulesNow'
import { changesSince, diaryOf, gapsFrom, type ChangeLine, type DiaryLine, type GapLine } from '../diary'

const MONTHS = 12
const DAY_MS = 24 * 60 * 60 * 1000

/** A case without a place, and the least that would mend it; null where nothing would, and while the year is being planned again: somebody may have mended it. */
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
  /** It is being planned again, or will be: what it is made from has changed. */
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
  const { version, calendar } = await rulesNow(db, today)
  const where = readableCases(reader)
  const sessions = await diaryOf(db, { teamId, from: today.withDayOfMonth(1).toString(), reader })
  const known = await gapsFrom(db, { teamId, month: monthName(today), where })
  const changes = await changesSince(db, { teamId, since: now - DAY_MS, where })
  const closed = await refsClosedTo(db, {
    readerId: reader.id,
    day: today.toString(),
    texts: changes.map(({ why }) => why),
  })
  const [state] = await db.$queryRaw<{ behind: boolean; problem: string | null }[]>`
    select exists (select from (${staleYears(version)}) s where s.team_id = ${teamId}::uuid) as behind, problem from supervision_year where team_id = ${teamId}::uuid`
  const behind = state?.behind ?? false
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
    ...{ row, sessions, behind, problem: state?.problem ?? null },
    // Written when the other case was not restricted yet.
    changes: changes.map((one) => ({ ...one, why: withoutRefs(one.why, closed) })),
    gaps: known.map(({ ref, month, why, remedy }) => ({
      ...{ ref, month, why },
      remedy: behind || remedy === null ? null : remedyOf(remedy),
    })),
    skipped: months.flatMap((month) => monthOfSessions(team, month, today.withDayOfMonth(1), calendar).skipped),
  }
}
