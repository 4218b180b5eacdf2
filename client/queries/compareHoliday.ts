import type { LocalDate } from '@js-joda/core'
import { ruleBook } from '../../activities/planning/rulesInForce'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { inForceBy } from '../../domain/policy/policySchedule'
import type { Database } from '../../prisma/database'
import type { NewHoliday } from '../commands/addHoliday'
import { compareOverCases, type CaseloadComparison } from './compareOverCases'
import { oneOffDays } from './oneOffDays'

/** Today with a one-off holiday beside today without it. */
export async function compareHoliday(
  db: Database,
  { on, title }: NewHoliday,
  today: LocalDate,
): Promise<CaseloadComparison> {
  const { schedule, calendar } = await ruleBook(db)
  const policy = inForceBy(schedule, today)
  const days = (await oneOffDays(db)).map((day) => [day.on, day.title] as const)
  return compareOverCases(db, {
    from: { policy, calendar },
    to: { policy, calendar: englandAndWales([...days, [on.toString(), title]]) },
    today,
  })
}
