import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { CaseLine } from '../../queries/web/caseList'
import { dayWords } from '../app/momentWords'

/** A case on a list, in words. */
export interface CaseRowShown {
  readonly ref: string
  readonly href: string
  readonly children: string
  readonly status: string
  readonly workers: string
  readonly team: string
  readonly next: string
  readonly whyHref: string | null
  /** `3 late`; null where nothing is. */
  readonly late: string | null
}

/** A line of the list of cases in words. No child is named: whoever opens the case sees them. */
export function caseRow(line: CaseLine, today: LocalDate): CaseRowShown {
  const href = `/cases/${encodeURIComponent(line.ref)}`
  const due = line.next_due === null ? null : isoDay(line.next_due)
  return {
    ref: line.ref,
    href,
    children: String(line.children),
    status: `${line.open ? 'Open' : 'Closed'}${line.alerted ? ', with an alert' : ''}`,
    workers: line.workers.length === 0 ? 'No worker' : line.workers.join(', '),
    team: line.team ?? 'No team',
    next:
      due === null || line.next_title === null
        ? 'Nothing'
        : `${line.next_title}, ${due.isBefore(today) ? 'was due' : 'by'} ${dayWords(due)}`,
    whyHref: line.next_id === null ? null : `${href}/why/${line.next_id}`,
    late: line.late === 0 ? null : `${String(line.late)} late`,
  }
}
