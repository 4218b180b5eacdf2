import type { LocalDate } from '@js-joda/core'
import type { Alert, NamedLine } from '../../../activities/escalation/alerts'
import { londonDay } from '../../../domain/calendar/london'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import { nextTold } from '../../../domain/escalation/nextTold'
import { reachedWords } from '../../../domain/escalation/rungWords'
import type { EscalationNumbers } from '../../../domain/policy/policyPack'
import { govukDate } from '../../../domain/timeline/govukDate'
import { lateWords } from '../../../domain/timeline/lateWords'
import { daysLate } from '../../../domain/timeline/standing'
import { NO_TEAM } from '../../noTeam'
import { dayWords, momentWords } from '../app/momentWords'
import { answerWords } from './answerWords'

/** What lines of alerts are put into words with. */
export interface AlertsOn {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly numbers: EscalationNumbers
}

/** A line of a list of alerts, in words. */
export interface AlertLine {
  readonly id: string
  readonly href: string
  readonly ref: string
  readonly caseHref: string
  readonly title: string
  /** `5 months late`, `found on 3 March 2026`. */
  readonly since: string
  readonly opened: string
  readonly howFar: string
  readonly team: string
  readonly told: readonly string[]
  readonly said: string | null
  readonly next: string | null
  readonly ended: string | null
}

/** `line`: a promise or a request that the list is of; null where it is of the alert. */
export function alertRow(alert: Alert, line: NamedLine | null, on: AlertsOn): AlertLine {
  const { story, ref, id } = alert
  const last = line ?? story.answers.at(-1)
  const next = alert.state === 'open' ? nextTold({ ...alert, ...on }) : null
  return {
    ...{ id, ref, href: `/escalations/${id}`, caseHref: `/cases/${encodeURIComponent(ref)}`, title: alert.title },
    since: sinceWords(alert, on),
    opened: dayWords(londonDay(alert.openedAt)),
    howFar: reachedWords(alert.reached),
    team: alert.team ?? NO_TEAM,
    told: toldWords(story.told),
    said: last === undefined ? null : answerWords(last),
    next: next === null ? null : nextWords(next, on.today),
    ended: story.ending === null ? null : `${ENDED[story.ending.how]} on ${govukDate(londonDay(story.ending.line.at))}`,
  }
}

/** Each person once, with the last time: being told of another sibling, or again, is not another person who knows. */
function toldWords(told: readonly NamedLine[]): readonly string[] {
  const last = new Map<string, { readonly at: number; readonly times: number }>()
  for (const one of told) {
    const before = last.get(whoWords(one))
    last.set(whoWords(one), { at: Math.max(one.at, before?.at ?? one.at), times: (before?.times ?? 0) + 1 })
  }
  return [...last].map(([who, { at, times }]) => `${who}, ${times === 1 ? '' : 'last '}${momentWords(at)}`)
}

/** How late it is today, or of a stall the day on which it was found. A month’s supervision without a place is told before its last day. */
export const sinceWords = (
  { kind, dueOn, lateUnit, state }: Pick<Alert, 'kind' | 'dueOn' | 'lateUnit' | 'state'>,
  { today, calendar }: Pick<AlertsOn, 'today' | 'calendar'>,
): string =>
  kind === 'stall'
    ? `found on ${dayWords(dueOn)}`
    : dueOn.isAfter(today)
      ? `due by ${dayWords(dueOn)}`
      : state === 'open'
        ? `was due ${dayWords(dueOn)}: ${lateWords({ dueOn, days: daysLate(dueOn, today, lateUnit, calendar), unit: lateUnit })}`
        : `was due ${dayWords(dueOn)}`

export const nextWords = ({ role, on }: { readonly role: string; readonly on: LocalDate }, today: LocalDate): string =>
  `The ${role.replaceAll('-', ' ')} is told ${on.isAfter(today) ? `on ${dayWords(on)}` : 'next'} unless it is recorded as done`

export const whoWords = ({ name, jobTitle }: Pick<NamedLine, 'name' | 'jobTitle'>): string =>
  name === null ? 'nobody' : `${name} (${(jobTitle ?? '').toLowerCase()})`

const ENDED = { resolved: 'Settled', withdrawn: 'Withdrawn', joined: 'Goes on in another alert' } as const
