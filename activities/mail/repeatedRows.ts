import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { firstWorkingDayOfWeek } from '../../domain/calendar/workingWeek'
import { daysLate } from '../../domain/timeline/standing'
import type { Transaction } from '../../prisma/database'
import type { Rules } from '../planning/rules'
import type { StillLateRow } from './digestMail'
import { repeatsStillLate } from './repeatsStillLate'
import { stillLate } from './stillLate'

interface Repeating {
  readonly messageId: string
  readonly readerId: string
  readonly today: LocalDate
  readonly rules: Rules
  readonly caseLink: (ref: string) => string
  /** Cases that could not be planned. */
  readonly unclear: ReadonlyMap<string, unknown>
}

/** What a digest repeats of what is still late: a line per matter, once a week. `stale` when a case changed since it was planned. */
export async function repeatedRows(
  tx: Transaction,
  { messageId, readerId, today, rules, caseLink, unclear }: Repeating,
): Promise<readonly StillLateRow[] | 'stale'> {
  const firstDay = firstWorkingDayOfWeek(today, rules.calendar)
  if (today.isBefore(firstDay) || !(await repeatsStillLate(tx, { messageId, readerId, today }))) return []
  const late = await stillLate(tx, { readerId, messageId, firstDay, version: rules.version, unclear, today })
  if (late.some(({ stale }) => stale)) return 'stale'
  const rows = late.map(({ ref, title, due_on, late_unit }): StillLateRow => {
    const dueOn = isoDay(due_on)
    const days = daysLate(dueOn, today, late_unit, rules.calendar)
    return { caseRef: ref, title, dueOn: due_on, daysLate: days, lateUnit: late_unit, link: caseLink(ref) }
  })
  // Siblings share their dates: said once.
  return [...new Map(rows.map((row) => [[row.caseRef, row.title, row.dueOn].join('|'), row])).values()]
}
