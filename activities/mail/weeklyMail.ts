import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { londonDay } from '../../domain/calendar/london'
import { reachedWords } from '../../domain/escalation/rungWords'
import type { PromiseMade } from '../../domain/escalation/story'
import { govukDate, weekday } from '../../domain/timeline/govukDate'
import { daysLate } from '../../domain/timeline/standing'
import type { Alert, NamedLine } from '../escalation/alerts'
import type { UnclearCase } from './digestMail'
import { jobWords } from './jobWords'
import { lateWords } from '../../domain/timeline/lateWords'
import { lowerFirst } from './lowerFirst'
import { oneLine } from './oneLine'
import { render } from './render'
import type { AlertWith, WeekOfAlerts } from './weekOfAlerts'

export interface Weekly extends WeekOfAlerts {
  readonly recipientName: string
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly unclear: readonly UnclearCase[]
  readonly caseLink: (ref: string) => string
  readonly preferencesLink: string
  readonly emergencyLine: string
}

/** Lines of one list: a director reads the oldest, and is told how many more there are. */
const MOST = 50

/** Once a week: what is open, by how far it has gone, and what happened since last week. What people wrote is not in it: it may name a child. */
export function weeklyMail(weekly: Weekly): { subject: string; text: string; html: string } {
  const { open, unclear, today } = weekly
  const count = open.reduce((sum, { alerts }) => sum + alerts.length, 0)
  const first = oldest(open.flatMap(({ alerts }) => alerts))
  const since = sinceLastWeek(weekly)
  const happened = since.reduce((sum, { count: one }) => sum + one, 0)
  const counts = [
    `${String(count)} ${count === 1 ? 'alert' : 'alerts'} open`,
    ...(happened === 0 ? [] : [`${String(happened)} changed since last week`]),
    ...(unclear.length === 0 ? [] : [`${String(unclear.length)} to look at`]),
  ].join(', ')
  return {
    subject: `Your week: ${counts} — Caseclock, ${weekday(today)} ${govukDate(today).replace(/ \d{4}$/, '')}`,
    ...render('weekly', {
      recipientName: oneLine(weekly.recipientName),
      firstLine:
        first === undefined
          ? 'Nothing is open. This is what happened since last week.'
          : `Look first at case ${oneLine(first.ref)}: ${lowerFirst(oneLine(first.title))}, ${standing(first, weekly)}; ${answerWords(first)}.`,
      groups: open.map(({ reached, alerts }) =>
        list(upperFirst(reachedWords(reached)), alerts, (alert) => openLine(alert, weekly)),
      ),
      since,
      unclear: unclear.map(({ caseRef, link }) => ({ caseRef: oneLine(caseRef), link })),
      preferencesLink: weekly.preferencesLink,
      emergencyLine: weekly.emergencyLine,
    }),
  }
}

interface Line {
  readonly caseRef: string
  readonly words: string
  readonly told: string
  readonly answer: string
  readonly link: string
}

interface List {
  readonly heading: string
  readonly count: number
  readonly lines: readonly Line[]
  /** How many are not shown, in words; empty when all are. */
  readonly more: string
}

const list = <One>(heading: string, all: readonly One[], line: (one: One) => Line): List => ({
  heading: `${heading} (${String(all.length)})`,
  count: all.length,
  lines: all.slice(0, MOST).map(line),
  more: all.length > MOST ? `And ${String(all.length - MOST)} more.` : '',
})

function openLine(alert: Alert, weekly: Weekly): Line {
  const told = alert.story.told.map((line) => `${who(line)} ${on(line)}`).join('; ')
  return {
    ...about(alert, weekly),
    words: `${oneLine(alert.title)}, ${standing(alert, weekly)}`,
    told: told === '' ? 'Nobody has been told yet.' : `Told: ${told}.`,
    answer: `${upperFirst(answerWords(alert))}.`,
  }
}

function sinceLastWeek(weekly: Weekly): readonly List[] {
  const lists = [
    list(
      'Settled: it has happened, or is no longer needed',
      weekly.resolved,
      lineOf(weekly, ({ what }) => on(what)),
    ),
    list(
      'Withdrawn by a manager',
      weekly.withdrawn,
      lineOf(weekly, ({ what }) => `${who(what)} ${on(what)}; the reason is on the case`),
    ),
    list(
      'Promises kept',
      weekly.kept,
      lineOf(weekly, ({ what: { line } }) => `${who(line)}, ${until(line)}`),
    ),
    list(
      'Promises broken: it had not happened by the day',
      weekly.broken,
      lineOf(weekly, ({ what: { line } }) => `${who(line)}, ${until(line)}`),
    ),
    list(
      'More time asked for',
      weekly.moreTime,
      lineOf(weekly, ({ what }) => `${who(what)} ${on(what)}, ${until(what)}`),
    ),
  ]
  return lists.filter(({ count }) => count > 0)
}

const lineOf =
  <What>(weekly: Weekly, words: (one: AlertWith<What>) => string) =>
  (one: AlertWith<What>): Line => ({
    ...about(one.alert, weekly),
    words: `${oneLine(one.alert.title)}: ${words(one)}`,
    told: '',
    answer: '',
  })

const about = ({ ref }: Alert, { caseLink }: Weekly): Pick<Line, 'caseRef' | 'link'> => ({
  caseRef: oneLine(ref),
  link: caseLink(ref),
})

/** `was due 18 June 2026, 5 months late`; drift is found, not late. */
function standing({ kind, dueOn, lateUnit: unit }: Alert, { today, calendar }: Weekly): string {
  if (kind === 'stall') return `found on ${govukDate(dueOn)}`
  if (dueOn.isAfter(today)) return `due by ${govukDate(dueOn)}`
  return `was due ${govukDate(dueOn)}, ${lateWords({ dueOn, days: daysLate(dueOn, today, unit, calendar), unit })}`
}

/** What was said last, and by whom. */
function answerWords({ story: { answers, promises } }: Alert): string {
  const last = answers.at(-1)
  if (last === undefined) return 'nobody has answered'
  switch (last.entry) {
    case 'promised':
      return `${who(last)} promised it ${until(last)}${brokenWords(promises.find(({ line }) => line === last))}`
    case 'more-time':
      return `${who(last)} asked for time ${until(last)}`
    case 'passed-up':
      return `${who(last)} passed it up ${on(last)}`
    case 'challenged':
      return `${who(last)} challenged it ${on(last)}`
    case 'acknowledged':
    case 'told':
    case 'skipped':
    case 'carried':
    case 'joined':
    case 'owner-left':
    case 'withdrawn':
    case 'resolved':
      return `${who(last)} has seen it ${on(last)}`
  }
}

function brokenWords(promise: PromiseMade | undefined): string {
  if (promise?.standing !== 'broken' || promise.settledOn === null) return ''
  return promise.settledOn.isAfter(promise.line.untilOn ?? promise.settledOn)
    ? ', which has passed'
    : `; whoever was to keep it has left, found ${govukDate(promise.settledOn)}`
}

const who = ({ name, jobTitle }: NamedLine): string =>
  name === null ? 'somebody' : oneLine(`${name} (${jobWords(jobTitle ?? '')})`)

const on = ({ at }: NamedLine): string => `on ${govukDate(londonDay(at))}`

const until = ({ untilOn }: NamedLine): string => (untilOn === null ? 'without a day' : `by ${govukDate(untilOn)}`)

const oldest = (all: readonly Alert[]): Alert | undefined =>
  all.reduce<Alert | undefined>((first, one) => (first?.dueOn.isAfter(one.dueOn) === false ? first : one), undefined)

const upperFirst = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
