import { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { wallTimeAfter } from '../../../domain/calendar/wallTime'
import { govukMonth } from '../../../domain/timeline/govukDate'
import type { CalendarConference, CalendarSession, Span } from '../../queries/web/calendarOf'
import type { WorkDue } from '../../queries/web/workDue'
import { dayWords } from '../app/momentWords'
import { isLate } from '../my-work/workLine'

/** The month a query names, `2026-03`; that of today where it names none. At most ten years away. */
export function monthAsked(asked: unknown, today: LocalDate): Span {
  const named =
    typeof asked === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? LocalDate.parse(`${asked}-01`) : today
  const from = (Math.abs(named.year() - today.year()) > 10 ? today : named).withDayOfMonth(1)
  return { from, to: from.plusMonths(1).minusDays(1) }
}

export interface CalendarRead extends Span {
  readonly today: LocalDate
  readonly due: readonly WorkDue[]
  readonly sessions: readonly CalendarSession[]
  readonly conferences: readonly CalendarConference[]
}

/** One thing on one day, in words. `reply`: the session to answer for, while it can be answered. */
export interface CalendarItem {
  readonly text: string
  readonly href: string
  readonly more: string
  readonly whyHref: string | null
  readonly reply: string | null
}

export interface CalendarShown {
  readonly month: string
  readonly days: readonly { readonly day: string; readonly isToday: boolean; readonly items: readonly CalendarItem[] }[]
  readonly earlier: { readonly href: string; readonly text: string }
  readonly later: { readonly href: string; readonly text: string }
  /** How many things of days before today are still to do; null where none is, or in another month. */
  readonly late: string | null
}

const REPLIES: Readonly<Record<string, string>> = {
  accepted: 'you said you come',
  declined: 'you said you cannot come',
  tentative: 'you said perhaps',
}
const CONFERENCES: Readonly<Record<string, string>> = {
  initial: 'Initial conference',
  'transfer-in': 'Transfer-in conference',
  review: 'Review conference',
  'core-group': 'Core group',
}

/** A reader's month as a list of its days with anything on them: sessions and meetings by time, then what is due. */
export function calendarView({ from, to, today, due, sessions, conferences }: CalendarRead): CalendarShown {
  const items = new Map<string, CalendarItem[]>()
  const add = (day: string, item: CalendarItem): void => void items.set(day, [...(items.get(day) ?? []), item])
  for (const one of sessions) add(one.on_day, sessionItem(one, today))
  for (const one of conferences) add(one.on_day, conferenceItem(one))
  for (const one of due)
    if (!isLate(one, today) && !isoDay(one.due_on).isBefore(from) && !isoDay(one.due_on).isAfter(to))
      add(one.due_on, dueItem(one))
  const late = due.filter((one) => isLate(one, today)).length
  const other = (month: LocalDate) => ({
    href: `/calendar?month=${month.toString().slice(0, 7)}`,
    text: govukMonth(month),
  })
  return {
    month: govukMonth(from),
    days: [...items.keys()].sort().map((day) => ({
      ...{ day: dayWords(isoDay(day)), isToday: isoDay(day).equals(today), items: items.get(day) ?? [] },
    })),
    earlier: other(from.minusMonths(1)),
    later: other(from.plusMonths(1)),
    late: late === 0 ? null : late === 1 ? '1 thing is late' : `${String(late)} things are late`,
  }
}

function sessionItem(
  { id, on_day, at, minutes, room, team, state, reply }: CalendarSession,
  today: LocalDate,
): CalendarItem {
  const isOpen = state === 'planned' && !isoDay(on_day).isBefore(today)
  const answered = reply === null ? (isOpen ? 'not answered yet' : '') : (REPLIES[reply] ?? '')
  return {
    text: `${at} to ${wallTimeAfter(at, minutes)} Group supervision, ${team}${state === 'cancelled' ? ' (cancelled)' : ''}`,
    href: `/supervision/sessions/${id}`,
    more: [room, answered].filter((part) => part !== '').join(' · '),
    ...{ whyHref: null, reply: isOpen ? id : null },
  }
}

const conferenceItem = ({ ref, kind, at, place }: CalendarConference): CalendarItem => ({
  text: `${at === null ? '' : `${at} `}${CONFERENCES[kind] ?? 'Meeting'} on ${ref}`,
  href: `/cases/${encodeURIComponent(ref)}/conferences`,
  more: place ?? (at === null ? 'time and place not given yet' : ''),
  ...{ whyHref: null, reply: null },
})

const dueItem = ({ id, ref, title }: WorkDue): CalendarItem => ({
  text: `${title} due on ${ref}`,
  href: `/cases/${encodeURIComponent(ref)}`,
  more: '',
  ...{ whyHref: `/cases/${encodeURIComponent(ref)}/why/${id}`, reply: null },
})
