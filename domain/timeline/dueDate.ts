import { ChronoUnit, type LocalDate } from '@js-joda/core'
import {
  holidaysBetween,
  isWorkingDay,
  lastWorkingDayUpTo,
  workingDaysAfter,
  workingDaysBefore,
} from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { EventKind } from '../chronology/eventKinds'
import type { OtherPlan } from '../chronology/otherPlans'
import type { Interval, Rule } from '../policy/policyPack'
import { weekday } from './govukDate'
import type { Step } from './step'

export interface Trigger {
  readonly kind: EventKind
  readonly on: LocalDate
  /** Where it is the start of another than a child protection plan. */
  readonly plan?: OtherPlan['plan']
}

export interface DueDate {
  /** The day it must be done by. */
  readonly dueOn: LocalDate
  /** The last lawful day, not pulled back. */
  readonly limitOn: LocalDate
  readonly explanation: readonly Step[]
}

/** A rule as far as it makes a date; of one with parts, the part it is asked for. */
export type Dating = Pick<Rule, 'id' | 'interval' | 'firstDayCounts' | 'roll'>

/** The rule's own interval. Throws for a rule whose day the facts or its parts name: such a rule says how it is dated. */
export function intervalOf({ id, interval }: Pick<Rule, 'id' | 'interval'>): NonNullable<Rule['interval']> {
  if (interval === null) throw new Error(`Rule ${id} has no interval of its own.`)
  return interval
}

/**
 * When something is due that runs from a trigger, and why. The day after the trigger is day 1 unless the rule counts the trigger's own; months are calendar ones, a day the month
 * lacks becomes its last day. With `roll: back` a date that is no working day becomes the one before, never behind the trigger; nothing is
 * ever rolled forward (handbook 3, Counting).
 */
export function dueAfter(rule: Dating, trigger: Trigger, calendar: WorkingCalendar): DueDate {
  const interval = intervalOf(rule)
  const from = rule.firstDayCounts && interval.unit !== 'months' ? trigger.on.minusDays(1) : trigger.on
  const limitOn = plus(interval, from, calendar)
  return rolled(rule, { limitOn, notBefore: trigger.on, calendar }, [
    countedFrom(trigger),
    ...(from.equals(trigger.on) ? [] : [{ step: 'first-day-counted' as const }]),
    added(interval, from, limitOn, calendar),
  ])
}

const countedFrom = ({ kind, on, plan }: Trigger): Step => ({
  step: 'counted-from',
  event: kind,
  on,
  ...(plan === undefined ? {} : { plan }),
})

/**
 * When something is due so long before a booked meeting, and why. Never behind the trigger, the day it was booked: then it is due on that day. `meeting.kind`
 * is the kind of its booking.
 */
export function dueBefore(rule: Dating, trigger: Trigger, meeting: Trigger, calendar: WorkingCalendar): DueDate {
  const { n, unit } = intervalOf(rule)
  const counted = minus({ n, unit }, meeting.on, calendar)
  const limitOn = counted.isBefore(trigger.on) ? trigger.on : counted
  return rolled(rule, { limitOn, notBefore: trigger.on, calendar }, [
    { step: 'booked-for', event: meeting.kind, on: meeting.on },
    {
      step: 'counted-back',
      interval: { n, unit },
      gives: counted,
      notCounted:
        unit === 'working-days' ? holidaysBetween(counted.minusDays(1), meeting.on.minusDays(1), calendar) : [],
    },
    ...(limitOn.equals(counted) ? [] : [{ step: 'not-before-trigger' as const, on: limitOn }]),
  ])
}

/** When something is due that the facts themselves name a day for, and why. A day before the trigger's stands: it was late from the first. */
export const dueOnDayNamed = (rule: Dating, trigger: Trigger, day: LocalDate, calendar: WorkingCalendar): DueDate =>
  rolled(rule, { limitOn: day, notBefore: day.isBefore(trigger.on) ? day : trigger.on, calendar }, [
    countedFrom(trigger),
    { step: 'day-named', on: day },
  ])

/** The sooner of a due date and so long after another event; the reason keeps both. */
export function sooner(
  rule: Dating,
  due: DueDate,
  other: { readonly interval: Interval; readonly since: Trigger },
  calendar: WorkingCalendar,
): DueDate {
  const gives = plus(other.interval, other.since.on, calendar)
  if (!gives.isBefore(due.limitOn)) return due
  const { interval, since } = other
  return rolled(rule, { limitOn: gives, notBefore: since.on, calendar }, [
    ...due.explanation.filter(
      ({ step }) => step !== 'falls-on' && step !== 'moved-back' && step !== 'holidays-computed',
    ),
    { step: 'sooner', since: since.kind, sinceOn: since.on, interval, gives },
  ])
}

interface Limit {
  readonly limitOn: LocalDate
  readonly notBefore: LocalDate
  readonly calendar: WorkingCalendar
}

/** A last lawful day with the day it is due by: the same, or with `roll: back` the working day before, never behind `notBefore`. */
export function rolled(
  { roll }: Pick<Rule, 'roll'>,
  { limitOn, notBefore, calendar }: Limit,
  why: readonly Step[],
): DueDate {
  const back = roll === 'back' ? lastWorkingDayUpTo(limitOn, calendar) : limitOn
  const dueOn = back.isBefore(notBefore) ? notBefore : back
  return {
    dueOn,
    limitOn,
    explanation: [
      ...why,
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
export const plus = (interval: Interval, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  interval.unit === 'working-days'
    ? workingDaysAfter(interval.n, day, calendar)
    : day.plus(interval.n, CALENDAR_UNITS[interval.unit])

/** So much before a day. */
export const minus = (interval: Interval, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  interval.unit === 'working-days'
    ? workingDaysBefore(interval.n, day, calendar)
    : day.minus(interval.n, CALENDAR_UNITS[interval.unit])

const CALENDAR_UNITS = { days: ChronoUnit.DAYS, weeks: ChronoUnit.WEEKS, months: ChronoUnit.MONTHS } as const

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
