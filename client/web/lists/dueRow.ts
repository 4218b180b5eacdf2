import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { DueLineRow } from '../../queries/web/dueLines'
import { dayWords } from '../app/momentWords'
import { recordHref } from '../record/kindForRule'

/** A line of what is due, in words. */
export interface DueShown {
  readonly ref: string
  readonly caseHref: string
  readonly what: string
  readonly day: string
  readonly state: string
  readonly late: boolean
  readonly team: string
  readonly recordHref: string
  readonly whyHref: string
}

/** `late`, or drift that was found; else due, and where it is booked for when. Whether there is an alert about it is said too. */
export function dueRow(row: DueLineRow, today: LocalDate): DueShown {
  const due = isoDay(row.due_on)
  const late = row.kind === 'stall' || due.isBefore(today)
  const states = [
    row.kind === 'stall' ? 'Noticed' : late ? 'Late' : 'Due',
    ...(row.booked_for === null ? [] : [`booked for ${dayWords(isoDay(row.booked_for))}`]),
    ...(row.escalated ? ['with an alert'] : []),
  ]
  const caseHref = `/cases/${encodeURIComponent(row.ref)}`
  return {
    ref: row.ref,
    caseHref,
    what: row.children > 1 ? `${row.title} (${String(row.children)} children)` : row.title,
    day: dayWords(due),
    state: states.join(', '),
    late,
    team: row.team ?? 'No team',
    recordHref: recordHref(row.ref, row.rule, row.id),
    whyHref: `${caseHref}/why/${row.id}`,
  }
}
