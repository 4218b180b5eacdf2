import { DayOfWeek, TemporalAdjusters, type LocalDate } from '@js-joda/core'

/** A week from Monday to Sunday, named as ISO 8601 does: the first days of January may belong to the last week of the year before. */
export interface Week {
  /** `2027-W05`. */
  readonly name: string
  readonly monday: LocalDate
}

/** The week a day lies in. */
export const weekOf = (day: LocalDate): Week => ({
  name: `${String(day.isoWeekyear())}-W${String(day.isoWeekOfWeekyear()).padStart(2, '0')}`,
  monday: day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
})

/** So many weeks running, the first of them that of the day. */
export function weeksFrom(day: LocalDate, count: number): readonly Week[] {
  const { monday } = weekOf(day)
  return Array.from({ length: count }, (_, index) => weekOf(monday.plusWeeks(index)))
}
