import { isoDay } from '../../../domain/calendar/isoDay'
import { sessionDue } from '../../../domain/supervision/session/sessionDue'
import { sessionStep, sessionSteps } from '../../../domain/supervision/session/sessionSteps'
import { jobWords } from '../../../activities/mail/jobWords'
import type { AlertEntry } from '../../queries/web/alertEntries'
import type { WorkCase } from '../../queries/web/workCases'
import { MOST_CHANGES, type WorkChanged } from '../../queries/web/workChanged'
import type { WorkDue } from '../../queries/web/workDue'
import type { WorkSummary } from '../../queries/web/workSummaries'
import { MOST_TOLD, type WorkTold } from '../../queries/web/workTold'
import { dayWords } from '../app/momentWords'
import { changedCells } from './changedCells'
import { countsOf, type Count } from './counts'
import { forWords, isLate, workLine, type Days, type WorkLine } from './workLine'

/** What was read for somebody's home. */
export interface WorkRead {
  readonly due: readonly WorkDue[]
  readonly entries: readonly AlertEntry[]
  readonly summaries: readonly WorkSummary[]
  readonly cases: readonly WorkCase[]
  readonly changed: readonly WorkChanged[]
  readonly told: readonly WorkTold[]
}

/** At most so many lines of one list; the rest is on the list of all that is due. */
const MOST = 100
/** This week is today and the six days after it. */
const WEEK = 6

export interface DayOfWork {
  readonly day: string
  readonly lines: readonly WorkLine[]
}

export interface MyWork {
  readonly counts: readonly Count[]
  readonly late: readonly WorkLine[]
  readonly week: readonly DayOfWork[]
  readonly weekUntil: string
  readonly month: readonly WorkLine[]
  /** There is more than is shown. */
  readonly more: boolean
  readonly aboutLate: readonly WorkLine[]
  /** What to say where nothing is late and nothing due this week. */
  readonly quiet: string | null
  readonly summaries: readonly object[]
  readonly cases: readonly object[]
  readonly casesTitle: string
  readonly changed: readonly (readonly string[])[]
  readonly moreChanged: boolean
  readonly told: readonly object[]
  readonly moreTold: boolean
}

/** A social worker's home, in words: late first, then this week by day, the month after it, their cases, and what others did and were told. */
export function myWorkView(read: WorkRead, days: Days): MyWork {
  const { today } = days
  const line = (row: WorkDue): WorkLine =>
    workLine(row, row.alert === null ? [] : read.entries.filter(({ alert }) => alert === row.alert), days)
  const late = read.due.filter((row) => isLate(row, today)).map(line)
  const ahead = read.due.filter((row) => !isLate(row, today))
  const until = today.plusDays(WEEK)
  const inWeek = ahead.filter(({ due_on }) => !isoDay(due_on).isAfter(until))
  const month = ahead.filter(({ due_on }) => isoDay(due_on).isAfter(until)).map(line)
  const aboutLate = late.filter(({ isTold }) => isTold)
  return {
    counts: countsOf({
      late: late.length,
      week: inWeek.length,
      told: aboutLate.length,
      summaries: read.summaries.length,
    }),
    late: late.slice(0, MOST),
    week: byDay(inWeek.slice(0, MOST), line),
    weekUntil: dayWords(until),
    month: month.slice(0, MOST),
    more: [late, inWeek, month].some(({ length }) => length > MOST),
    aboutLate: aboutLate.slice(0, MOST),
    quiet: late.length > 0 || inWeek.length > 0 ? null : quietWords(read, month[0]),
    summaries: read.summaries.map((one) => summaryLine(one, days)),
    cases: read.cases.map((one) => caseLine(one, days)),
    casesTitle: casesWords(read.cases),
    changed: read.changed.slice(0, MOST_CHANGES).map(changedCells),
    moreChanged: read.changed.length > MOST_CHANGES,
    told: read.told.slice(0, MOST_TOLD).map(toldLine),
    moreTold: read.told.length > MOST_TOLD,
  }
}

const quietWords = ({ cases }: WorkRead, next: WorkLine | undefined): string => {
  if (cases.length === 0) return 'You hold no case. What you cover for others, and what is given to you, stands here.'
  return `Nothing is late, and nothing is due this week. ${next === undefined ? 'Nothing is due in the next five weeks either.' : `Next: ${next.what} on ${next.ref}, ${next.when}.`}`
}

function byDay(rows: readonly WorkDue[], line: (row: WorkDue) => WorkLine): readonly DayOfWork[] {
  const found = new Map<string, WorkLine[]>()
  for (const row of rows) found.set(row.due_on, [...(found.get(row.due_on) ?? []), line(row)])
  return [...found].map(([day, lines]) => ({ day: dayWords(isoDay(day)), lines }))
}

function summaryLine(one: WorkSummary, { today, calendar }: Days): object {
  const session = isoDay(one.on_day)
  const { dueOn, why } = sessionDue(
    sessionStep('summary', sessionSteps),
    {
      session,
      from: { what: 'Session', on: session },
      known: { what: 'The case was placed', on: isoDay(one.placed_on) },
    },
    calendar,
  )
  return {
    ref: one.ref,
    caseHref: `/cases/${encodeURIComponent(one.ref)}`,
    session: `group supervision of ${one.team} on ${dayWords(session)}, ${one.at}`,
    when: dueOn.isBefore(today) ? `was due ${dayWords(dueOn)}` : `due by ${dayWords(dueOn)}`,
    late: dueOn.isBefore(today),
    why,
    asked: one.asked,
    forWhom: forWords(one.held_by),
    href: `/supervision/sessions/${one.session}/summaries/${encodeURIComponent(one.ref)}`,
  }
}

function caseLine(one: WorkCase, { today }: Days): object {
  const due = one.next_due === null ? null : isoDay(one.next_due)
  const base = `/cases/${encodeURIComponent(one.ref)}`
  const late = due?.isBefore(today) === true
  return {
    ref: one.ref,
    href: base,
    children: `${String(one.children)} ${one.children === 1 ? 'child' : 'children'}`,
    forWhom: forWords(one.held_by),
    next: one.next_title === null || due === null ? 'Nothing is due' : one.next_title,
    when: due === null ? '' : `${late ? 'late, was due' : 'by'} ${dayWords(due)}`,
    late,
    whyHref: one.next_id === null ? null : `${base}/why/${one.next_id}`,
    recordHref: `${base}/record?back=/my-work`,
  }
}

function casesWords(cases: readonly WorkCase[]): string {
  const children = cases.reduce((sum, one) => sum + one.children, 0)
  const many = (count: number, one: string, more: string): string => `${String(count)} ${count === 1 ? one : more}`
  return `${many(children, 'child', 'children')}, ${many(cases.length, 'family', 'families')}`
}

const ARRIVAL: Readonly<Record<Exclude<WorkTold['state'], 'sent'>, string>> = {
  unknown: 'it is not known whether it arrived',
  failed: 'it could not be delivered',
  bounced: 'it came back',
}

function toldLine({ ref, title, kind, obligation, name, job_title, due_on, on_day, state, why }: WorkTold): object {
  const due = isoDay(due_on)
  const told = isoDay(on_day)
  const who = `${name} (${jobWords(job_title)})`
  return {
    ref,
    caseHref: `/cases/${encodeURIComponent(ref)}`,
    what: `${title}, ${kind === 'stall' ? 'noticed' : due.isBefore(told) ? 'late, was due' : 'due by'} ${dayWords(due)}`,
    told:
      state === 'sent'
        ? `${who} told ${dayWords(told)} as ${why}`
        : `Mail to ${who} on ${dayWords(told)}, as ${why}: ${ARRIVAL[state]}`,
    whyHref: `/cases/${encodeURIComponent(ref)}/why/${obligation}`,
  }
}
