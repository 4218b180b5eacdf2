import type { LocalDate } from '@js-joda/core'

/** `2027-03`. */
export const monthName = (day: LocalDate): string => day.toString().slice(0, 7)
