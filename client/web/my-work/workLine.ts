import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import { govukDate } from '../../../domain/timeline/govukDate'
import { lateWords } from '../../../domain/timeline/lateWords'
import { daysLate } from '../../../domain/timeline/standing'
import { answerSentence } from '../../../activities/mail/answerSentence'
import { jobWords } from '../../../activities/mail/jobWords'
import type { AlertEntry } from '../../queries/web/alertEntries'
import type { WorkDue } from '../../queries/web/workDue'
import { dayWords } from '../app/momentWords'
import { isBookedFirst, recordHref } from '../record/kindForRule'

/** Today, and the working days that lateness is counted in. */
export interface Days {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/** A line of what is due on a case, in words. */
export interface WorkLine {
  readonly ref: string
  readonly caseHref: string
  /** With how many of the children it is for. */
  readonly what: string
  readonly when: string
  readonly isLate: boolean
  /** `5 months late`; null where it is not, and for drift, which was noticed. */
  readonly late: string | null
  /** `for Sam Okafor, who is away`; null where the reader holds it. */
  readonly forWhom: string | null
  readonly booked: string | null
  readonly recordHref: string
  readonly bookHref: string | null
  readonly whyHref: string
  /** Who was told, and what they answered. */
  readonly told: readonly string[]
  readonly isTold: boolean
  readonly recordedSince: boolean
}

/** Whether its day has passed, or it is drift, which has been found. */
export const isLate = ({ due_on, kind }: Pick<WorkDue, 'due_on' | 'kind'>, today: LocalDate): boolean =>
  kind === 'stall' || isoDay(due_on).isBefore(today)

/** One row of what is due in words. `entries`: those of its alert. */
export function workLine(row: WorkDue, entries: readonly AlertEntry[], { today, calendar }: Days): WorkLine {
  const due = isoDay(row.due_on)
  const late = isLate(row, today)
  const days = daysLate(due, today, row.late_unit, calendar)
  const base = `/cases/${encodeURIComponent(row.ref)}`
  return {
    ref: row.ref,
    caseHref: base,
    what: `${row.title}${childrenWords(row)}`,
    when:
      row.kind === 'stall' ? `noticed ${dayWords(due)}` : late ? `was due ${dayWords(due)}` : `due by ${dayWords(due)}`,
    isLate: late,
    late: late && row.kind === 'obligation' ? lateWords({ dueOn: due, days, unit: row.late_unit }) : null,
    forWhom: forWords(row.held_by),
    booked: row.booked_for === null ? null : `booked for ${dayWords(isoDay(row.booked_for))}`,
    recordHref: backTo(recordHref(row.ref, row.rule, row.id)),
    bookHref: isBookedFirst(row.rule) && row.booked_for === null ? `${base}/conferences` : null,
    whyHref: `${base}/why/${row.id}`,
    // Told of each sibling's matter: once is enough to read.
    told: [...new Set(entries.map((entry) => entryWords(entry, today)))],
    isTold: entries.some(({ entry }) => entry === 'told'),
    recordedSince: row.recorded_since,
  }
}

/** `for Sam Okafor, who is away`. */
export const forWords = (heldBy: string | null): string | null =>
  heldBy === null ? null : `for ${heldBy}, ${heldBy.includes(' and ') ? 'who are' : 'who is'} away`

const childrenWords = ({ children, of_children }: WorkDue): string => {
  if (of_children === null || of_children < 2) return ''
  return children === of_children
    ? ` (${children === 2 ? 'both' : `all ${String(children)}`} children)`
    : ` (${String(children)} of ${String(of_children)} children)`
}

const entryWords = (entry: AlertEntry, today: LocalDate): string =>
  entry.entry === 'told'
    ? `${entry.name ?? 'Somebody who has left'}${entry.job_title === null ? '' : ` (${jobWords(entry.job_title)})`} told ${govukDate(londonDay(entry.at.getTime()))}`
    : answerSentence({ ...entry, name: entry.name ?? 'Somebody' }, today)

const backTo = (href: string): string => `${href}${href.includes('?') ? '&' : '?'}back=/my-work`
