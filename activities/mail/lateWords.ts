import { ChronoUnit, type LocalDate } from '@js-joda/core'

interface Late {
  readonly dueOn: LocalDate
  /** In `unit`, from the due date to today. */
  readonly days: number
  readonly unit: 'working-days' | 'calendar-days'
}

/** `3 working days late`, `5 months late` (whole calendar months, from two on): not recorded as done for so long. */
export function lateWords({ dueOn, days, unit }: Late): string {
  if (days === 0) return 'not recorded as done'
  if (unit === 'working-days') return days === 1 ? '1 working day late' : `${String(days)} working days late`
  const months = dueOn.until(dueOn.plusDays(days), ChronoUnit.MONTHS)
  if (months >= 2) return `${String(months)} months late`
  return days === 1 ? '1 day late' : `${String(days)} days late`
}
