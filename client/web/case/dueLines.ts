import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import { lateWords } from '../../../domain/timeline/lateWords'
import { daysLate } from '../../../domain/timeline/standing'
import type { DueOfCase, EndedOfCase } from '../../queries/web/case/caseDue'
import { dayWords } from '../app/momentWords'
import { caseAddress } from './caseAddress'
import { whoseWords } from './childNames'
import { recordedAt } from './recordedBy'

/** Something that is due on a case, in words, with what can be done about it. */
export interface DueLine {
  readonly title: string
  /** `Ada and Ben`; empty where it is of all children. */
  readonly whose: string
  readonly due: string
  readonly state: string
  readonly late: boolean
  /** Empty where nothing is booked. */
  readonly booked: string
  /** The last lawful day, where the due date was drawn before it; else empty. */
  readonly lastDay: string
  /** That what is booked lies beyond it; else empty. */
  readonly beyond: string
  readonly whyHref: string
  /** Null where nothing is recorded or booked for it here. */
  readonly recordHref: string | null
  readonly bookHref: string | null
}

interface Around {
  readonly ref: string
  readonly names: ReadonlyMap<string, string>
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/** What is due, late first, then by day; what stands alike for several children is one line. */
export function dueLines(rows: readonly DueOfCase[], around: Around): readonly DueLine[] {
  const groups = new Map<string, DueOfCase[]>()
  for (const row of rows) {
    const alike = [row.rule, row.part, row.title, row.due_on, row.limit_on, row.booked_for, row.conference].join('|')
    groups.set(alike, [...(groups.get(alike) ?? []), row])
  }
  const lines = [...groups.values()].flatMap((group) => lineOf(group, around))
  return [...lines.filter(({ late }) => late), ...lines.filter(({ late }) => !late)]
}

function lineOf(group: readonly DueOfCase[], { ref, names, today, calendar }: Around): readonly DueLine[] {
  const [row] = group
  if (row === undefined) return []
  const due = isoDay(row.due_on)
  const limit = isoDay(row.limit_on)
  const booked = row.booked_for === null ? null : isoDay(row.booked_for)
  const late = due.isBefore(today)
  return [
    {
      title: row.title,
      whose: whoseWords(
        group.map(({ subject }) => subject),
        names,
      ),
      due: `${late ? 'Was due' : 'Due by'} ${dayWords(due)}`,
      state: late
        ? sentenceOf(
            lateWords({ dueOn: due, days: daysLate(due, today, row.late_unit, calendar), unit: row.late_unit }),
          )
        : due.equals(today)
          ? 'Due today'
          : 'Not due yet',
      late,
      booked: booked === null ? '' : `Booked for ${dayWords(booked)}`,
      lastDay: limit.equals(due) ? '' : `Last lawful day: ${dayWords(limit)}`,
      beyond:
        booked?.isAfter(limit) === true
          ? `The booking lies beyond the last lawful day, ${dayWords(limit)}. It will be late if it is held then.`
          : '',
      whyHref: caseAddress(ref, `why/${row.id}`),
      recordHref: recordedAt(ref, row),
      bookHref: row.conference === null ? null : caseAddress(ref, `conferences/${row.conference}`),
    },
  ]
}

const sentenceOf = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** What was done, or is no longer needed. */
export interface EndedLine {
  readonly title: string
  readonly whose: string
  readonly due: string
  readonly state: string
  readonly whyHref: string
}

export const endedLine = (
  { id, title, subject, due_on: dueOn, state, ended_on: endedOn }: EndedOfCase,
  { ref, names }: Pick<Around, 'ref' | 'names'>,
): EndedLine => ({
  title,
  whose: whoseWords([subject], names),
  due: dayWords(isoDay(dueOn)),
  state: `${ENDED[state]}${endedOn === null ? '' : `, ${dayWords(isoDay(endedOn))}`}`,
  whyHref: caseAddress(ref, `why/${id}`),
})

const ENDED: Readonly<Record<EndedOfCase['state'], string>> = {
  met: 'Done in time',
  'met-late': 'Done late',
  cancelled: 'No longer needed',
  'not-known': 'Not known from the import',
}
