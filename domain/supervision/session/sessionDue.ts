import type { LocalDate } from '@js-joda/core'
import { holidaysBetween, workingDaysAfter, workingDaysBefore } from '../../calendar/workingDays'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { govukDate } from '../../timeline/govukDate'
import { intervalWords, sentence } from '../../timeline/sentence'
import type { SessionStep } from './sessionSteps'

/** A day and what happened on it, as a sentence begins: `The case was placed`. */
export interface Since {
  readonly what: string
  readonly on: LocalDate
}

export interface Counting {
  /** The day of the session. */
  readonly session: LocalDate
  /** What the step's days are counted from. */
  readonly from: Since
  /** When those who have to do it could first know of it. */
  readonly known: Since
}

type Numbers = Pick<SessionStep, 'dueWorkingDays' | 'notSoonerThan' | 'notLaterThan'>

/** The day so many working days after another, before it where negative; 0 is the day itself, working day or not. */
export const countedFrom = (count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  count < 0 ? workingDaysBefore(-count, day, calendar) : workingDaysAfter(count, day, calendar)

/**
 * When a step is due and why, in sentences. Working days; the day counted from is day 0. Nobody is late with what they could not know: due at the soonest the
 * step's `notSoonerThan` after it was known, but not after the session's day (or the step's own limit before it), and never before the day it was known. So a
 * case placed 3 working days before the session has its summary due 2 before it, one placed on the session's day on that day. England, civil dates, no clock.
 * Source: each step's own.
 */
export function sessionDue(
  step: Numbers,
  { session, from, known }: Counting,
  calendar: WorkingCalendar,
): { readonly dueOn: LocalDate; readonly why: readonly string[] } {
  let dueOn = countedFrom(step.dueWorkingDays, from.on, calendar)
  const why = [countedWords(step.dueWorkingDays, from, calendar)]
  const soonest = workingDaysAfter(step.notSoonerThan, known.on, calendar)
  if (soonest.isAfter(dueOn)) {
    dueOn = soonest
    why.push(`${countedWords(step.notSoonerThan, known, calendar)}, and not sooner`)
  }
  const latest = step.notLaterThan === null ? null : countedFrom(step.notLaterThan, session, calendar)
  if (latest?.isBefore(dueOn) === true) {
    dueOn = latest
    why.push(`Not later than ${limitWords(step.notLaterThan ?? 0)}: ${govukDate(latest)}`)
  }
  if (known.on.isAfter(dueOn)) {
    dueOn = known.on
    why.push(`${known.what} on ${govukDate(known.on)}, and it is not due before that day`)
  }
  const after = calendar.publishedTo
  if ([from.on, dueOn].some((day) => day.isAfter(after))) why.push(sentence({ step: 'holidays-computed', after }))
  return { dueOn, why }
}

function countedWords(count: number, { what, on }: Since, calendar: WorkingCalendar): string {
  const since = `${what} on ${govukDate(on)}`
  const gives = countedFrom(count, on, calendar)
  if (count === 0) return `${since}; due that day`
  const counted =
    count > 0
      ? ({ step: 'working-days-added', days: count, gives, notCounted: holidaysBetween(on, gives, calendar) } as const)
      : ({
          step: 'counted-back',
          interval: { n: -count, unit: 'working-days' },
          gives,
          notCounted: holidaysBetween(gives.minusDays(1), on.minusDays(1), calendar),
        } as const)
  return `${since}; ${sentence(counted)}`
}

/** `the day of the session`, `1 working day before the session`. */
function limitWords(count: number): string {
  if (count === 0) return 'the day of the session'
  const days = intervalWords({ n: Math.abs(count), unit: 'working-days' })
  return `${days} ${count < 0 ? 'before' : 'after'} the session`
}
