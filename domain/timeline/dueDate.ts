import type { LocalDate } from '@js-joda/core'
import { holidaysBetween, isWorkingDay, lastWorkingDayUpTo, workingDaysAfter } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { EventKind } from '../chronology/eventKinds'
import type { Interval, Rule } from '../policy/policyPack'
import { weekday } from './govukDate'
import type { Step } from './step'

export interface Trigger {
  readonly kind: EventKind
  readonly on: LocalDate
}

export interface DueDate {
  /** The day it must be done by. */
  readonly dueOn: LocalDate
  /** The last lawful day, not pulled back. */
  readonly limitOn: LocalDate
  readonly explanation: readonly Step[]
}

/**
 * When something is due that runs from a trigger, and why. The day after the trigger is day 1 unless the rule counts the trigger's own; months are calendar ones, a day the month
 * lacks becomes its last day. With `roll: back` a date that is no working day becomes the one before, never behind the trigger; nothing is
 * ever rolled forward (handbook 3, Counting).
 */
export function dueDate(
  { interval, firstDayCounts, roll }: Pick<Rule, 'interval' | 'firstDayCounts' | 'roll'>,
  trigger: Trigger,
  calendar: WorkingCalendar,
): DueDate {
  const from = firstDayCounts && interval.unit !== 'months' ? trigger.on.minusDays(1) : trigger.on
  const limitOn = plus(interval, from, calendar)
  const back = roll === 'back' ? lastWorkingDayUpTo(limitOn, calendar) : limitOn
  const dueOn = back.isBefore(trigger.on) ? trigger.on : back
  return {
    dueOn,
    limitOn,
    explanation: [
      { step: 'counted-from', event: trigger.kind, on: trigger.on },
      ...(from.equals(trigger.on) ? [] : [{ step: 'first-day-counted' as const }]),
      added(interval, from, limitOn, calendar),
      dueOn.equals(limitOn)
        ? { step: 'falls-on', on: limitOn, workingDay: isWorkingDay(limitOn, calendar) }
        : { step: 'moved-back', from: limitOn, to: dueOn, because: whyNotWorking(limitOn, calendar) },
      ...(limitOn.isAfter(calendar.publishedTo)
        ? [{ step: 'holidays-computed' as const, after: calendar.publishedTo }]
        : []),
    ],
  }
}

/** So much after a day. */
export function plus({ n, unit }: Interval, day: LocalDate, calendar: WorkingCalendar): LocalDate {
  switch (unit) {
    case 'working-days':
      return workingDaysAfter(n, day, calendar)
    case 'days':
      return day.plusDays(n)
    case 'weeks':
      return day.plusWeeks(n)
    case 'months':
      return day.plusMonths(n)
  }
}

function added({ n, unit }: Interval, from: LocalDate, gives: LocalDate, calendar: WorkingCalendar): Step {
  switch (unit) {
    case 'working-days':
      return { step: 'working-days-added', days: n, gives, notCounted: holidaysBetween(from, gives, calendar) }
    case 'days':
      return { step: 'days-added', days: n, gives }
    case 'weeks':
      return { step: 'weeks-added', weeks: n, gives }
    case 'months':
      return { step: 'months-added', months: n, gives }
  }
}

const whyNotWorking = (day: LocalDate, calendar: WorkingCalendar): string => {
  const title = calendar.holidays.get(day.toString())
  return title === undefined ? `that is a ${weekday(day)}` : `that is a bank holiday, ${title}`
}
