import type { LocalDate } from '@js-joda/core'

/** The months of the two windows. Source: handbook, section 5. */
export const WINDOWS = [3, 6] as const

export type WindowMonths = (typeof WINDOWS)[number]

/**
 * The last day of a window, itself in it: so many calendar months after a day, which is not. A day the month lacks becomes its last day, and from the
 * last day of a month a window ends on the last day of a month. Civil dates. Source: contracts.md 5.
 */
export function windowEnd(from: LocalDate, months: WindowMonths): LocalDate {
  const end = from.plusMonths(months)
  return isLastOfMonth(from) ? end.withDayOfMonth(end.lengthOfMonth()) : end
}

const isLastOfMonth = (day: LocalDate): boolean => day.dayOfMonth() === day.lengthOfMonth()

/** Whether a day lies in the window of so many months from `from`. */
export const isInWindow = (day: LocalDate, from: LocalDate, months: WindowMonths): boolean =>
  day.isAfter(from) && !day.isAfter(windowEnd(from, months))
