import type { LocalDate } from '@js-joda/core'
import { londonDay, londonMinutes } from '../../../domain/calendar/london'
import { wallTimeAfter } from '../../../domain/calendar/wallTime'
import { govukDate, weekday } from '../../../domain/timeline/govukDate'

/** `Thursday 18 June 2026`. */
export const dayWords = (day: LocalDate): string => `${weekday(day)} ${govukDate(day)}`

/** `Thursday 18 June 2026, 09:30`, London. `moment`: epoch milliseconds. */
export const momentWords = (moment: number): string =>
  `${dayWords(londonDay(moment))}, ${wallTimeAfter('00:00', londonMinutes(moment))}`
