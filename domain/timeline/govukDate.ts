import type { LocalDate } from '@js-joda/core'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `18 June 2026`. */
export const govukDate = (day: LocalDate): string =>
  `${String(day.dayOfMonth())} ${MONTHS[day.monthValue() - 1] ?? ''} ${String(day.year())}`

/** `Thursday`. */
export const weekday = (day: LocalDate): string => DAYS[day.dayOfWeek().value() - 1] ?? ''

/** `Jun 2026`, where there is room for no more. */
export const shortMonth = (day: LocalDate): string =>
  `${(MONTHS[day.monthValue() - 1] ?? '').slice(0, 3)} ${String(day.year())}`

/** `June 2026`. */
export const govukMonth = (day: LocalDate): string => `${MONTHS[day.monthValue() - 1] ?? ''} ${String(day.year())}`
