import { isoDay } from '../../domain/calendar/isoDay'
import { govukDate, weekday } from '../../domain/timeline/govukDate'
import { lateWords } from '../../domain/timeline/lateWords'
import { lowerFirst } from './lowerFirst'
import { oneLine } from './oneLine'
import { NOTHING_TO_PUT_RIGHT, type ToPutRight } from './problemLines'
import { render } from './render'
import type { SupervisionLine } from './supervision/supervisionLines'

export interface DigestRow {
  readonly group: 'late' | 'this-week' | 'coming'
  readonly caseRef: string
  /** Neutral: `Review conference`. Never a child's name. */
  readonly title: string
  /** ISO date. */
  readonly dueOn: string
  readonly daysLate: number
  readonly lateUnit: 'working-days' | 'calendar-days'
  readonly reason: string
  readonly link: string
  /** ISO date on which it should have been told, when we were late. */
  readonly writtenLate?: string
}

/** Something late of which its reader, or whoever had the case before, was told already. */
export type StillLateRow = Pick<DigestRow, 'caseRef' | 'title' | 'dueOn' | 'daysLate' | 'lateUnit' | 'link'>

/** A case of which nothing can be said: its plan failed, or its row cannot be put into words. */
export interface UnclearCase {
  readonly caseRef: string
  readonly link: string
}

export interface Digest {
  readonly recipientName: string
  /** ISO date. */
  readonly day: string
  readonly rows: readonly DigestRow[]
  readonly unclear?: readonly UnclearCase[]
  /** Repeated once a week. */
  readonly stillLate?: readonly StillLateRow[]
  /** What group supervision asks of the reader, or became otherwise in its year. */
  readonly supervision?: readonly SupervisionLine[]
  /** For an administrator: what only a person can put right. */
  readonly toPutRight?: ToPutRight
  readonly preferencesLink: string
  readonly emergencyLine: string
}

const GROUPS = [
  { group: 'late', heading: 'Late: do these first', counted: 'late' },
  { group: 'this-week', heading: 'Due this week', counted: 'due this week' },
  { group: 'coming', heading: 'Coming', counted: 'coming' },
] as const

/** Lines of what is repeated: the oldest, and how many more there are. */
const MOST_REPEATED = 50

/** The morning digest: what to do first, then the rest, each with its reason and link; once a week, a line each, what is still late. Throws without rows: nothing to say is no mail. */
export function digestMail({
  recipientName,
  day,
  rows,
  unclear = [],
  stillLate = [],
  supervision = [],
  toPutRight = NOTHING_TO_PUT_RIGHT,
  preferencesLink,
  emergencyLine,
}: Digest): {
  subject: string
  text: string
  html: string
} {
  const groups = GROUPS.map(({ group, heading, counted }) => ({ heading, counted, rows: inOrder(rows, group) })).filter(
    (group) => group.rows.length > 0,
  )
  const still = stillLate.map((row): DigestRow => ({ ...row, group: 'late', reason: '' }))
  const first = groups[0]?.rows[0] ?? still[0]
  const holds = first !== undefined || unclear.length > 0 || supervision.length > 0
  if (!holds && toPutRight.count === 0)
    throw new Error('A digest with nothing to say is not sent. Ask for one only when there are rows.')
  const today = isoDay(day)
  const counts = [
    ...groups.map(({ counted, rows: own }) => `${String(own.length)} ${counted}`),
    ...(still.length === 0 ? [] : [`${String(still.length)} still late`]),
    ...(supervision.length === 0 ? [] : [`${String(supervision.length)} for group supervision`]),
    ...(unclear.length === 0 ? [] : [`${String(unclear.length)} to look at`]),
    ...(toPutRight.count === 0 ? [] : [`${String(toPutRight.count)} to put right`]),
  ].join(', ')
  return {
    subject: `${counts} — Caseclock, ${weekday(today)} ${govukDate(today).replace(/ \d{4}$/, '')}`,
    ...render('digest', {
      recipientName: oneLine(recipientName),
      firstLine:
        first !== undefined
          ? `Do first: ${lowerFirst(oneLine(first.title))}, case ${oneLine(first.caseRef)}, ${dueWords(first)}.`
          : unclear.length > 0
            ? 'Do first: look at the cases below.'
            : supervision[0] !== undefined
              ? `Group supervision: ${supervision[0].words}`
              : 'Do first: put right what is listed below, or have it put right.',
      groups: groups.map(({ heading, rows: own }) => ({ heading, rows: own.map(digestRowView) })),
      stillLate: still.slice(0, MOST_REPEATED).map(digestRowView),
      moreStillLate: still.length > MOST_REPEATED ? `And ${String(still.length - MOST_REPEATED)} more.` : '',
      unclear: unclear.map(({ caseRef, link }) => ({ caseRef: oneLine(caseRef), link })),
      supervision,
      toPutRight: toPutRight.lines,
      because: [
        ...(holds ? ['you hold these cases or a booking depends on you'] : []),
        ...(toPutRight.count > 0 ? ['you administer Caseclock'] : []),
      ].join(', and because '),
      preferencesLink,
      emergencyLine,
    }),
  }
}

const inOrder = (rows: readonly DigestRow[], group: DigestRow['group']): readonly DigestRow[] =>
  rows.filter((row) => row.group === group).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))

function dueWords({ group, dueOn, daysLate, lateUnit }: DigestRow): string {
  const due = isoDay(dueOn)
  return group === 'late'
    ? `was due ${govukDate(due)}, ${lateWords({ dueOn: due, days: daysLate, unit: lateUnit })}`
    : `due by ${weekday(due)} ${govukDate(due)}`
}

/** A row in words. Throws for one whose dates are no dates. */
export const digestRowView = (row: DigestRow) => ({
  caseRef: oneLine(row.caseRef),
  title: oneLine(row.title),
  due: dueWords(row),
  reason: oneLine(row.reason),
  link: row.link,
  apology:
    row.writtenLate === undefined
      ? ''
      : `You should have been told on ${govukDate(isoDay(row.writtenLate))}; we were late.`,
})
