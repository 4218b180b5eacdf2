import type { LocalDate } from '@js-joda/core'
import { workingDaysBetween } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { Obligation } from './obligation'

/** How an obligation stands on a day. */
export type Standing =
  | { readonly state: 'upcoming' | 'due' }
  | { readonly state: 'overdue'; readonly daysLate: number }
  | { readonly state: 'met'; readonly metOn: LocalDate; readonly metBy: string }
  | { readonly state: 'met-late'; readonly metOn: LocalDate; readonly metBy: string; readonly daysLate: number }
  | { readonly state: 'cancelled'; readonly cancelledOn: LocalDate; readonly cancelledBy: string }

/** Days from the due date to another day, in the unit the rule counts in; 0 on a weekend when no working day has passed. */
export const daysLate = (
  dueOn: LocalDate,
  day: LocalDate,
  unit: Obligation['lateUnit'],
  calendar: WorkingCalendar,
): number =>
  unit === 'working-days'
    ? workingDaysBetween(dueOn, day, calendar)
    : Math.max(0, day.toEpochDay() - dueOn.toEpochDay())

/** Met means on or before the last lawful day; overdue is from the day after the due date. */
export function standing(obligation: Obligation, today: LocalDate, calendar: WorkingCalendar): Standing {
  const { end, dueOn, limitOn, lateUnit } = obligation
  if (end.outcome === 'met') {
    const met = { metOn: end.on, metBy: end.by }
    return end.on.isAfter(limitOn)
      ? { state: 'met-late', ...met, daysLate: daysLate(dueOn, end.on, lateUnit, calendar) }
      : { state: 'met', ...met }
  }
  if (end.outcome === 'cancelled' && !end.on.isAfter(today))
    return { state: 'cancelled', cancelledOn: end.on, cancelledBy: end.by }
  if (today.isBefore(dueOn)) return { state: 'upcoming' }
  return today.equals(dueOn)
    ? { state: 'due' }
    : { state: 'overdue', daysLate: daysLate(dueOn, today, lateUnit, calendar) }
}
