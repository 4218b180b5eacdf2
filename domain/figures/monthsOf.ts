import type { Days } from '../picture/bars'
import { govukMonth } from '../timeline/govukDate'

export interface MonthDays extends Days {
  /** `June 2026`. */
  readonly name: string
}

/** More cannot be read as a picture. */
export const MOST_MONTHS = 24

/** The calendar months of a period, the first and the last of them as far as they lie in it; of a long one the last 24. */
export function monthsOf({ from, to }: Days): readonly MonthDays[] {
  const first = from.withDayOfMonth(1)
  const count = (to.year() - first.year()) * 12 + to.monthValue() - first.monthValue() + 1
  return Array.from({ length: count }, (_, index) => first.plusMonths(index))
    .slice(-MOST_MONTHS)
    .map((start) => {
      const end = start.plusMonths(1).minusDays(1)
      return { name: govukMonth(start), from: start.isBefore(from) ? from : start, to: end.isAfter(to) ? to : end }
    })
}
