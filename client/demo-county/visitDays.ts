import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo } from '../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Chance } from './random'

type Days = readonly [least: number, most: number]

interface Visiting {
  readonly random: Chance
  readonly calendar: WorkingCalendar
  readonly from: LocalDate
  readonly to: LocalDate
  /** Calendar days to the first visit, between visits as a rule, and between visits one time in twelve. */
  readonly rhythm: { readonly first: Days; readonly usual: Days; readonly late: Days }
}

/** The days on which a family was visited, none of them before the plan began or twice. */
export function visitDays({ random, calendar, from, to, rhythm }: Visiting): readonly LocalDate[] {
  const days: LocalDate[] = []
  let day = from.plusDays(random.between(...rhythm.first))
  while (!day.isAfter(to)) {
    const visited = lastWorkingDayUpTo(day, calendar)
    if (!visited.isBefore(from) && !days.at(-1)?.equals(visited)) days.push(visited)
    day = day.plusDays(random.between(...(random.percent(92) ? rhythm.usual : rhythm.late)))
  }
  return days
}
