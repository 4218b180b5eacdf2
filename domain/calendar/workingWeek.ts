import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from './workingCalendar'
import { nextWorkingDayFrom } from './workingDays'

/** The Monday of a day's week: the name of the week. */
export const mondayOf = (day: LocalDate): LocalDate => day.minusDays(day.dayOfWeek().value() - 1)

/** Monday, or the day after it where Monday is a bank holiday. */
export const firstWorkingDayOfWeek = (day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  nextWorkingDayFrom(mondayOf(day), calendar)

interface Told {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  /** The Monday of the last week that was told; null before the first. */
  readonly lastTold: LocalDate | null
}

/**
 * The week (its Monday) whose weekly words are due today and not yet told, or null. After a missed first working day they are told on the next one;
 * a system that has told no week yet begins with the next first working day.
 */
export function weekToTell({ today, calendar, lastTold }: Told): LocalDate | null {
  const monday = mondayOf(today)
  const first = firstWorkingDayOfWeek(today, calendar)
  if (today.isBefore(first)) return null
  if (lastTold === null) return today.equals(first) ? monday : null
  return lastTold.isBefore(monday) ? monday : null
}
