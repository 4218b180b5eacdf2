import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { govukDate } from '../timeline/govukDate'
import { daysLate } from '../timeline/standing'
import { grouped } from '../supervision/summary/grouped'
import { share, type Figure, type FigureLine } from './figure'
import { median } from './median'

/** Something that fell due in a period, one for each child. Stalls are none. */
export interface DueRow {
  readonly ref: string
  readonly rule: string
  readonly title: string
  readonly dueOn: LocalDate
  readonly state: 'met' | 'met-late' | 'open' | 'cancelled'
  /** When it was done, or its ground ended. */
  readonly endedOn: LocalDate | null
  readonly lateUnit: 'working-days' | 'calendar-days'
}

interface InTime {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly of: string
}

/** Each share with the rule whose dates it is about. Source: Caseclock handbook, sections 3 and 10. */
const IN_TIME: readonly InTime[] = [
  {
    id: 'icpc-in-time',
    rule: 'strategy-to-icpc',
    title: 'Initial conferences within 15 working days',
    of: 'initial conferences',
  },
  {
    id: 'first-review-in-time',
    rule: 'review-first',
    title: 'First reviews within 3 months',
    of: 'first review conferences',
  },
  {
    id: 'next-review-in-time',
    rule: 'review-next',
    title: 'Later reviews within 6 months',
    of: 'later review conferences',
  },
  {
    id: 'visits-in-time',
    rule: 'visit',
    title: 'Visits within 10 working days',
    of: 'visits to children with a child protection plan',
  },
  { id: 'assessments-in-time', rule: 'assessment', title: 'Assessments within 45 working days', of: 'assessments' },
]

/** Done, or late today: what is no longer needed, and what is not due yet, is neither. */
export const isPastDue = ({ state, dueOn }: DueRow, today: LocalDate): boolean =>
  state === 'met' || state === 'met-late' || (state === 'open' && dueOn.isBefore(today))

/** How many were done by their day, of those that fell due in the period. */
export function inTimeFigures(rows: readonly DueRow[], today: LocalDate): readonly Figure[] {
  const ofRule = grouped(rows, ({ rule }) => rule)
  return IN_TIME.map(({ id, rule, title, of: what }) => {
    const of = (ofRule.get(rule) ?? []).filter((row) => isPastDue(row, today))
    return share(
      {
        ...{ id, title },
        words: `Of the ${what} that fell due in the period, one for each child, those recorded as done by the last lawful day. Left out: what is no longer needed, what is not due yet, and what the first import did not know.`,
      },
      of,
      { isCounted: ({ state }) => state === 'met', line },
    )
  })
}

/** What of one rule was late, and in the middle by how many days. */
export interface LateRule {
  readonly rule: string
  readonly title: string
  /** All of it that fell due. */
  readonly due: readonly DueRow[]
  readonly late: readonly DueRow[]
  /** Half of them were late by no more. */
  readonly days: number
  readonly unit: DueRow['lateUnit']
}

/** `today` is the end of what is still open. */
export interface LateAsked {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/** The rules of which something was late, in order of title. */
export function lateRules(rows: readonly DueRow[], { today, calendar }: LateAsked): readonly LateRule[] {
  return [...grouped(rows, ({ rule }) => rule)]
    .flatMap(([rule, its]): readonly LateRule[] => {
      const due = its.filter((row) => isPastDue(row, today))
      const late = due.filter(({ state }) => state !== 'met')
      const last = late.at(-1)
      if (last === undefined) return []
      const days = median(late.map((row) => daysLate(row.dueOn, row.endedOn ?? today, row.lateUnit, calendar))) ?? 0
      return [{ rule, title: last.title, unit: last.lateUnit, days, due, late }]
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1))
}

/** Per rule how many were late, and by how much in half of them. */
export const lateFigures = (rows: readonly DueRow[], asked: LateAsked): readonly Figure[] =>
  lateRules(rows, asked).map(({ rule, title, due, days, unit }) =>
    share(
      {
        ...{ id: `late-${rule}`, title: `Late: ${title}` },
        words:
          'Of what fell due in the period, one for each child, what was done late or is still not recorded as done. Half of these were late by no more than the median; what is open counts up to today.',
      },
      due,
      { isCounted: ({ state }) => state !== 'met', line, beside: `median ${daysWords(days, unit)} late` },
    ),
  )

/** `3 working days`, `1 day`. */
export const daysWords = (days: number, unit: DueRow['lateUnit']): string =>
  `${String(days)} ${unit === 'working-days' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`

const line = ({ ref, title, dueOn, state, endedOn }: DueRow): FigureLine => ({
  ref,
  words: `${title}, due ${govukDate(dueOn)}, ${endedOn === null || state === 'open' ? 'not recorded as done' : `done ${govukDate(endedOn)}`}`,
})
