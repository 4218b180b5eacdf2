import type { Interval } from '../policy/policyPack'
import { bookingWords, eventWords, evidenceWords } from './eventWords'
import { govukDate, govukMonth, weekday } from './govukDate'
import type { Step } from './step'

/** A step in words: the same sentence on the page, in the mail, on the command line and in the test. */
export function sentence(step: Step): string {
  switch (step.step) {
    case 'counted-from':
      return `${eventWords(step.event, step.plan)} on ${govukDate(step.on)}`
    case 'first-day-counted':
      return 'that day is day 1'
    case 'working-days-added':
      return `plus ${intervalWords({ n: step.days, unit: 'working-days' })} is ${govukDate(step.gives)}${notCounted(step.notCounted)}`
    case 'days-added':
      return `plus ${intervalWords({ n: step.days, unit: 'days' })} is ${govukDate(step.gives)}`
    case 'weeks-added':
      return `plus ${intervalWords({ n: step.weeks, unit: 'weeks' })} is ${govukDate(step.gives)}`
    case 'months-added':
      return `plus ${intervalWords({ n: step.months, unit: 'months' })} is ${govukDate(step.gives)}`
    case 'booked-for':
      return `${bookingWords(step.event)} booked for ${govukDate(step.on)}`
    case 'booked-beyond':
      return `booked for ${govukDate(step.on)}, which lies beyond the last lawful day, ${govukDate(step.limitOn)}`
    case 'counted-back':
      return `${intervalWords(step.interval)} before it is ${govukDate(step.gives)}${notCounted(step.notCounted)}`
    case 'not-before-trigger':
      return `that lies before the day it runs from, so it is due on that day: ${govukDate(step.on)}`
    case 'day-named':
      return `the day agreed is ${govukDate(step.on)}`
    case 'looked-after':
      return `became looked after on ${govukDate(step.on)}: an early review conference is asked for, and this date stays`
    case 'last-working-day-of-month':
      return `the last working day of ${govukMonth(step.on)} is ${govukDate(step.on)}`
    case 'moved-in-vain':
      return step.because === 'passed'
        ? `moved to ${govukDate(step.to)} on ${govukDate(step.on)}, when that day had passed: it stays late`
        : `moved to ${govukDate(step.to)} on ${govukDate(step.on)}: a second move does not count`
    case 'to-be-signed':
      return step.by === 'team-manager'
        ? 'to be signed by the team manager'
        : `to be signed by the parents, or their refusal recorded: ${step.missing === 0 ? 'done' : `${String(step.missing)} still missing`}`
    case 'time-offered':
      return `they were offered time until ${govukDate(step.until)}`
    case 'sooner':
      return `${eventWords(step.since)} on ${govukDate(step.sinceOn)}: ${intervalWords(step.interval)} after it is sooner, ${govukDate(step.gives)}`
    case 'evidence':
      return `${evidenceWords(step.event)} on ${govukDate(step.on)}`
    case 'found':
      return `${step.what}: found on ${govukDate(step.on)}`
    case 'moved-back':
      return `${step.because}, so it is due on the working day before: ${weekday(step.to)} ${govukDate(step.to)}`
    case 'immediate-risk':
      return 'about immediate risk: the first stages are skipped, and the service manager is told the same day'
    case 'falls-on':
      return step.workingDay
        ? `a ${weekday(step.on)} and a working day`
        : `a ${weekday(step.on)}, not a working day; this date stays where it falls`
    case 'holidays-computed':
      return `bank holidays after ${govukDate(step.after)} are not yet published; they were computed`
  }
}

const UNIT_WORDS: Readonly<Record<Interval['unit'], string>> = {
  'working-days': 'working day',
  days: 'day',
  weeks: 'week',
  months: 'calendar month',
}

/** `10 working days`. */
export const intervalWords = ({ n, unit }: Interval): string => `${String(n)} ${UNIT_WORDS[unit]}${n === 1 ? '' : 's'}`

function notCounted(days: Extract<Step, { step: 'working-days-added' }>['notCounted']): string {
  return days.length === 0
    ? ''
    : ` (not counted: ${days.map(({ on, title }) => `${govukDate(on)}, ${title}`).join('; ')})`
}
