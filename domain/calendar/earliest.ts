import type { LocalDate } from '@js-joda/core'

/** The first of some days; null where there is none. */
export const earliest = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce((first, day) => (day === null || first?.isAfter(day) === false ? first : day), null)
