import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { DueRow } from '../../queries/dueList'
import { dayWords } from '../app/momentWords'

/** A line of what is due, in words. */
export interface DueLine {
  readonly ref: string
  readonly caseHref: string
  readonly title: string
  readonly when: string
  readonly late: boolean
}

export const dueRow = (row: DueRow, today: LocalDate): DueLine => {
  const due = isoDay(row.due_on)
  return {
    ref: row.ref,
    caseHref: `/cases/${encodeURIComponent(row.ref)}`,
    title: row.title,
    when: due.isBefore(today) ? `was due ${dayWords(due)}` : `by ${dayWords(due)}`,
    late: row.late,
  }
}
