import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { govukDate, weekday } from '../../domain/timeline/govukDate'
import { jobWords } from './jobWords'
import { lateWords } from '../../domain/timeline/lateWords'
import { lowerFirst } from './lowerFirst'
import { oneLine } from './oneLine'
import { render } from './render'

export interface Alert {
  readonly recipientName: string
  readonly day: string
  readonly caseRef: string
  readonly title: string
  /** A stall was found on `dueOn`; everything else is late since then. */
  readonly kind: 'obligation' | 'stall'
  readonly dueOn: string
  readonly daysLate: number
  readonly lateUnit: 'working-days' | 'calendar-days'
  readonly reason: string
  readonly link: string
  /** The page on which this alert is answered: "I have this", a promise, more time. */
  readonly answerLink: string
  /** Drift that goes with it, one sentence each. */
  readonly evidence: readonly string[]
  /** What has been answered so far, and what came of it, one sentence each. */
  readonly tried: readonly string[]
  /** Who has been told so far, and on which day (ISO). */
  readonly told: readonly { readonly name: string; readonly title: string; readonly on: string }[]
  readonly preferencesLink: string
  readonly emergencyLine: string
}

/** One alert about one matter: what is late or was found, since when, why, who knows. */
export function alertMail(alert: Alert): { subject: string; text: string; html: string } {
  const due = isoDay(alert.dueOn)
  const caseRef = oneLine(alert.caseRef)
  const title = oneLine(alert.title)
  const words = alert.kind === 'stall' ? stallWords(alert, due) : lateMatterWords(alert, due)
  const what = `${lowerFirst(title)}${words.joined}${words.standing}`
  return {
    subject: `${words.subject}: case ${caseRef}, ${what}`,
    ...render('alert', {
      recipientName: oneLine(alert.recipientName),
      firstLine: `Case ${caseRef}: ${what}. ${words.ask}`,
      caseRef,
      title,
      dueLabel: words.label,
      due: `${weekday(due)} ${govukDate(due)}`,
      reason: oneLine(alert.reason),
      link: alert.link,
      acknowledgeLink: `${alert.answerLink}#acknowledge`,
      promiseLink: `${alert.answerLink}#promise`,
      evidence: alert.evidence.map(oneLine),
      tried: alert.tried.map(oneLine),
      told: alert.told.map(({ name, title: job, on }) =>
        oneLine(`${name} (${jobWords(job)}), ${govukDate(isoDay(on))}`),
      ),
      preferencesLink: alert.preferencesLink,
      emergencyLine: alert.emergencyLine,
    }),
  }
}

interface MatterWords {
  readonly subject: string
  /** Between the matter and how it stands. */
  readonly joined: ' ' | ', '
  readonly standing: string
  readonly label: string
  readonly ask: string
}

/** Drift that a rule has found: nothing is late, and a person decides what the facts mean. */
function stallWords({ day }: Alert, foundOn: LocalDate): MatterWords {
  // Told on the day of the fact itself: the time it may take is not over, and nothing has stalled.
  const ahead = foundOn.isAfter(isoDay(day))
  return {
    subject: ahead ? 'Needs an answer' : 'Stalled',
    joined: ', ',
    standing: ahead ? `to be answered by ${govukDate(foundOn)}` : `found on ${govukDate(foundOn)}`,
    label: ahead ? 'To be answered by' : 'Found on',
    ask: 'Look at the facts named below, and say what will be done and by when.',
  }
}

function lateMatterWords(alert: Alert, due: LocalDate): MatterWords {
  const ahead = due.isAfter(isoDay(alert.day))
  return {
    subject: ahead ? 'Needs an answer' : 'Held up',
    joined: ' ',
    standing: standingWords(alert, due),
    label: ahead ? 'Due by' : 'Was due',
    ask: 'Record it if it has happened, or say what will be done and by when.',
  }
}

function standingWords({ day, daysLate, lateUnit }: Alert, due: LocalDate): string {
  const today = isoDay(day)
  if (due.isBefore(today) || daysLate > 0) return lateWords({ dueOn: due, days: daysLate, unit: lateUnit })
  return due.equals(today) ? 'due today, not recorded as done' : `due ${govukDate(due)}`
}
