import { ChronoUnit, type LocalDate } from '@js-joda/core'
import type { Obligation } from './obligation'

interface Late {
  readonly dueOn: LocalDate
  /** In `unit`, from the due date to today; 0 where no working day has passed. */
  readonly days: number
  readonly unit: Obligation['lateUnit']
}

/** `3 working days late`, `5 months late` (whole calendar months, from two on): not recorded as done for so long. */
export const lateWords = ({ dueOn, days, unit }: Late): string =>
  days === 0 ? 'not recorded as done' : `${timeWords(dueOn, days, unit)} late`

/** `20 days`, `3 working days`, `5 months` (whole calendar months from a day, from two on). */
export function timeWords(from: LocalDate, days: number, unit: Obligation['lateUnit']): string {
  const months = unit === 'calendar-days' ? from.until(from.plusDays(days), ChronoUnit.MONTHS) : 0
  if (months >= 2) return `${String(months)} months`
  return `${String(days)} ${unit === 'working-days' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`
}
