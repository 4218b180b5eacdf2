import type { Alert } from '../../../activities/escalation/alerts'
import { isoDay } from '../../../domain/calendar/isoDay'
import { isOverCaseload } from '../../../domain/figures/overCaseload'
import type { MatterRow } from '../../queries/team/matters'
import type { HeldChild, TeamPerson, UnallocatedCase } from '../../queries/team/teamPeople'
import { sinceWords, type AlertsOn } from '../alerts/alertRow'
import { dayWords } from '../app/momentWords'
import { listHref } from './topCounts'

/** The lists behind the figures of a manager's home. */
export const TEAM_LISTS = [
  'held-up',
  'waiting',
  'alerts',
  'late',
  'due-week',
  'over',
  'unallocated',
  'children',
  'told',
] as const

export type TeamList = (typeof TEAM_LISTS)[number]

/** What is said where a list is empty. */
export const LIST_EMPTY: Readonly<Record<TeamList, string>> = {
  'held-up': 'No case is held up.',
  waiting: 'No alert waits for an answer.',
  alerts: 'No alert is open.',
  late: 'Nothing is late.',
  'due-week': 'Nothing is due this week.',
  over: 'Nobody holds over 15 children.',
  unallocated: 'Every open case has a worker.',
  children: 'They hold no child.',
  told: 'No alert is open on their cases.',
}

export const LIST_TITLES: Readonly<Record<TeamList, string>> = {
  'held-up': 'Cases that are held up',
  waiting: 'Alerts that wait for an answer',
  alerts: 'Open alerts',
  late: 'Late: not recorded as done',
  'due-week': 'Due this week',
  over: 'Workers with over 15 children',
  unallocated: 'Cases without a worker',
  children: 'Children held',
  told: 'Open alerts on cases held',
}

/** A line of a list: what it leads to, and what is said of it. */
export interface ListLine {
  readonly text: string
  readonly href: string
  readonly words: readonly string[]
}

const caseHref = (ref: string): string => `/cases/${encodeURIComponent(ref)}`
const many = (children: number): string => (children > 1 ? ` (${String(children)} children)` : '')

/** What is late, or due: a line for each. Siblings who share rule and day are one. */
export const matterLines = (rows: readonly MatterRow[]): readonly ListLine[] =>
  rows.map(({ ref, title, due_on, booked_for, standing, children, id }) => ({
    text: `${ref}: ${title}${many(children)}`,
    href: `${caseHref(ref)}/why/${id}`,
    words: [
      `${standing === 'late' ? 'was due' : 'by'} ${dayWords(isoDay(due_on))}`,
      ...(booked_for === null ? [] : [`booked for ${dayWords(isoDay(booked_for))}`]),
    ],
  }))

/** A line for each case, with all that was found on it. */
export function heldUpLines(rows: readonly MatterRow[]): readonly ListLine[] {
  const refs = [...new Set(rows.map(({ ref }) => ref))]
  return refs.map((ref) => ({
    text: ref,
    href: caseHref(ref),
    words: rows
      .filter((row) => row.ref === ref)
      .map(({ title, due_on, children }) => `${title}${many(children)}, found on ${dayWords(isoDay(due_on))}`),
  }))
}

export const unallocatedLines = (rows: readonly UnallocatedCase[]): readonly ListLine[] =>
  rows.map(({ ref }) => ({ text: ref, href: caseHref(ref), words: [] }))

export const childLines = (rows: readonly HeldChild[]): readonly ListLine[] =>
  rows.map(({ ref, child }) => ({ text: `${child}, ${ref}`, href: caseHref(ref), words: [] }))

/** Each worker once, also one who is of two teams. */
export const overLines = (people: readonly TeamPerson[]): readonly ListLine[] =>
  [...new Map(people.filter(({ children }) => isOverCaseload(children)).map((one) => [one.id, one])).values()].map(
    ({ id, name, job_title, children, families, team_id }) => ({
      text: name,
      href: listHref('children', team_id, id),
      words: [
        job_title,
        `${String(children)} children in ${String(families)} ${families === 1 ? 'family' : 'families'}`,
      ],
    }),
  )

export const alertListLines = (
  alerts: readonly Alert[],
  on: Pick<AlertsOn, 'today' | 'calendar'>,
): readonly ListLine[] =>
  alerts.map((alert) => ({
    text: `${alert.ref}: ${alert.title}`,
    href: `/escalations/${alert.id}`,
    words: [sinceWords(alert, on)],
  }))
