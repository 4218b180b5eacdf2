import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { PoliceCase } from '../../queries/web/policeList'
import { dayWords } from '../app/momentWords'

/** A case of the police track in words: its days, and nothing else of the record. */
export interface PoliceLine {
  readonly ref: string
  readonly href: string
  readonly team: string
  readonly plan: string
  readonly next: string
  readonly cautions: string
  readonly breaches: string
  readonly late: boolean
}

export function policeRow(row: PoliceCase, today: LocalDate): PoliceLine {
  const isLate = (day: string | null): boolean => day !== null && isoDay(day).isBefore(today)
  const days = (day: string): string => `${isLate(day) ? 'Late: was due' : 'By'} ${dayWords(isoDay(day))}`
  const { cautions, breaches } = row
  return {
    ref: row.ref,
    href: `/police/cases/${encodeURIComponent(row.ref)}`,
    team: row.team ?? 'No team',
    plan: row.version === null ? 'Not written' : `Version ${String(row.version)}`,
    next: row.next_on === null ? 'Nothing due' : days(row.next_on),
    cautions: row.caution_on === null ? 'None open' : `${String(cautions)} open. ${days(row.caution_on)}`,
    breaches: breaches === 0 ? 'None that waits' : `${String(breaches)} with no next step`,
    late: isLate(row.next_on) || isLate(row.caution_on) || breaches > 0,
  }
}
