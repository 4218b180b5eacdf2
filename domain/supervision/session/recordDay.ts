import type { LocalDate } from '@js-joda/core'

/**
 * As of which day the record of a case is read through a session: today, until the session's day is past; then that day. Whoever once sat in a session learns nothing
 * through it of what came later.
 */
export const recordDay = (on: LocalDate, today: LocalDate): LocalDate => (on.isBefore(today) ? on : today)
