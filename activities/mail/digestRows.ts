import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { PAPERWORK_WORDS, paperworkStep } from '../../domain/conference/paperworkLines'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { daysLate } from '../../domain/timeline/standing'
import { digestRowView, type DigestRow, type UnclearCase } from './digestMail'

/** A notice and the matter it is about, as a mail needs them. Dates are ISO text. */
export interface NoticeAbout {
  readonly id: string
  readonly case_id: string
  readonly ref: string
  readonly title: string
  /** The reminder or lateness that is told: `book-6w`, `due-2wd`, `late`. */
  readonly step: string
  readonly kind: 'obligation' | 'stall'
  readonly due_on: string
  readonly send_on: string
  readonly late_unit: 'working-days' | 'calendar-days'
  readonly explanation: readonly string[]
  readonly escalation_id: string | null
}

interface Writing {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly caseLink: (ref: string) => string
  /** Cases that could not be planned: what was written of them may no longer hold. */
  readonly unclear: ReadonlyMap<string, unknown>
}

/**
 * What a digest says: a row per matter, and the cases of which nothing can be said. One bad case leaves every other as it is. `wordless`: planned,
 * but not to be put into words, by case id with the reason.
 */
export function digestRows(
  notices: readonly NoticeAbout[],
  writing: Writing,
): {
  readonly rows: readonly DigestRow[]
  readonly unclear: readonly UnclearCase[]
  readonly wordless: ReadonlyMap<string, unknown>
} {
  const rows: DigestRow[] = []
  const unclear = new Map<string, UnclearCase>()
  const wordless = new Map<string, unknown>()
  for (const notice of notices) {
    const row = writing.unclear.has(notice.case_id) ? undefined : safeRow(notice, writing, wordless)
    if (row !== undefined) rows.push(row)
    else unclear.set(notice.case_id, { caseRef: notice.ref, link: writing.caseLink(notice.ref) })
  }
  return { rows: onePerMatter(rows), unclear: [...unclear.values()], wordless }
}

/** The row, or undefined when it cannot be put into words: the reader is sent to the case instead, and the reason is kept. */
function safeRow(notice: NoticeAbout, writing: Writing, wordless: Map<string, unknown>): DigestRow | undefined {
  try {
    const row = digestRow(notice, writing)
    digestRowView(row)
    return row
  } catch (error) {
    wordless.set(notice.case_id, error)
    return undefined
  }
}

/** Why a reminder to book is told: it falls away once there is a booking by the last lawful day. */
const NOT_BOOKED = 'nothing is booked by the last lawful day'

export function digestRow(
  notice: NoticeAbout,
  { today, calendar, caseLink }: Pick<Writing, 'today' | 'calendar' | 'caseLink'>,
): DigestRow {
  const dueOn = isoDay(notice.due_on)
  const late = dueOn.isBefore(today)
  const paperwork = paperworkStep(notice.step)
  return {
    group: late ? 'late' : dueOn.isAfter(today.plusDays(7 - today.dayOfWeek().value())) ? 'coming' : 'this-week',
    caseRef: notice.ref,
    title: paperwork === undefined ? notice.title : `${notice.title}: ${PAPERWORK_WORDS[paperwork]}`,
    dueOn: notice.due_on,
    daysLate: late ? daysLate(dueOn, today, notice.late_unit, calendar) : 0,
    lateUnit: notice.late_unit,
    reason: [...notice.explanation, ...(notice.step.startsWith('book-') ? [NOT_BOOKED] : [])].join('; '),
    link: caseLink(notice.ref),
    ...(isoDay(notice.send_on).isBefore(today) ? { writtenLate: notice.send_on } : {}),
  }
}

/** The same thing for the same case and day said once: siblings share their dates. */
function onePerMatter(rows: readonly DigestRow[]): DigestRow[] {
  const seen = new Set<string>()
  return rows.filter((about) => {
    const key = [about.caseRef, about.title, about.dueOn, about.group].join('|')
    return seen.has(key) ? false : seen.add(key)
  })
}
