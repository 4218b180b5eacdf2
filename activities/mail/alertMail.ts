import { LocalDate } from '@js-joda/core'
import { govukDate, weekday } from '../../domain/timeline/govukDate'
import { lateWords } from './lateWords'
import { lowerFirst } from './lowerFirst'
import { oneLine } from './oneLine'
import { render } from './render'

export interface Alert {
  readonly recipientName: string
  readonly day: string
  readonly caseRef: string
  readonly title: string
  readonly dueOn: string
  readonly daysLate: number
  readonly lateUnit: 'working-days' | 'calendar-days'
  readonly reason: string
  readonly link: string
  /** Where "I have this" is said, when that is a page of its own. */
  readonly acknowledgeLink?: string
  /** Who has been told so far, and on which day (ISO). */
  readonly told: readonly { readonly name: string; readonly title: string; readonly on: string }[]
  readonly preferencesLink: string
  readonly emergencyLine: string
}

/** One alert about one matter: what is late, since when, why it was due then, who knows. */
export function alertMail(alert: Alert): { subject: string; text: string; html: string } {
  const due = LocalDate.parse(alert.dueOn)
  const ahead = due.isAfter(LocalDate.parse(alert.day))
  const caseRef = oneLine(alert.caseRef)
  const title = oneLine(alert.title)
  const what = `${lowerFirst(title)} ${standingWords(alert, due)}`
  return {
    subject: `${ahead ? 'Needs an answer' : 'Held up'}: case ${caseRef}, ${what}`,
    ...render('alert', {
      recipientName: oneLine(alert.recipientName),
      firstLine: `Case ${caseRef}: ${what}. Record it if it has happened, or say what will be done and by when.`,
      caseRef,
      title,
      dueLabel: ahead ? 'Due by' : 'Was due',
      due: `${weekday(due)} ${govukDate(due)}`,
      reason: oneLine(alert.reason),
      link: alert.link,
      acknowledgeLink: alert.acknowledgeLink ?? '',
      told: alert.told.map(({ name, title: job, on }) =>
        oneLine(`${name} (${jobWords(job)}), ${govukDate(LocalDate.parse(on))}`),
      ),
      preferencesLink: alert.preferencesLink,
      emergencyLine: alert.emergencyLine,
    }),
  }
}

function standingWords({ day, daysLate, lateUnit }: Alert, due: LocalDate): string {
  const today = LocalDate.parse(day)
  if (due.isBefore(today) || daysLate > 0) return lateWords({ dueOn: due, days: daysLate, unit: lateUnit })
  return due.equals(today) ? 'due today, not recorded as done' : `due ${govukDate(due)}`
}

/** `Team Manager` in a sentence: `team manager`. Abbreviations stay: `social worker (ASYE)`. */
const jobWords = (title: string): string => title.replace(/\p{Lu}(?=\p{Ll})/gu, (capital) => capital.toLowerCase())
