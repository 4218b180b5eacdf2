import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../calendar/isoDay'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { nextWorkingDayFrom, workingDaysAfter } from '../../calendar/workingDays'
import { rungOfStep } from '../../escalation/ladder'
import type { Role } from '../../access/role'
import type { MatterDates } from './sessionMatter'

/** What was told of a matter, as far as the ladder asks. `toldOn` is an ISO date. */
export interface RungTold {
  readonly tell: string
  readonly toldOn: string
}

export interface NextRung {
  /** 1 for the first. */
  readonly rung: number
  readonly to: Role
  /** The first working day, today or later, on which it may be told. */
  readonly on: LocalDate
}

/**
 * The rung a matter comes to next, given what was told of its present due date; undefined at the top. The first counts from the due date, each further one from
 * the day on which the one below was told: after an outage they come one by one. Working days only.
 */
export function nextRung(
  { dueOn, ladder }: Pick<MatterDates, 'dueOn' | 'ladder'>,
  { told, today, calendar }: { readonly told: readonly RungTold[]; today: LocalDate; calendar: WorkingCalendar },
): NextRung | undefined {
  const top = told.reduce((highest, { tell }) => Math.max(highest, rungOfStep(tell) ?? 0), 0)
  const next = ladder[top]
  if (next === undefined) return undefined
  const below = told.filter(({ tell }) => rungOfStep(tell) === top).map(({ toldOn }) => isoDay(toldOn))
  const from = below.reduce((last, day) => (day.isAfter(last) ? day : last), dueOn)
  const own = workingDaysAfter(next.afterWorkingDays, from, calendar)
  return { rung: top + 1, to: next.role, on: nextWorkingDayFrom(own.isBefore(today) ? today : own, calendar) }
}
