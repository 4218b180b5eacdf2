import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { dayOfPlace } from '../../../domain/supervision/place'
import type { Days } from '../../../domain/supervision/yearPlan'
import { govukMonth } from '../../../domain/timeline/govukDate'
import type { PageGap, YearOnPage } from '../../queries/supervision/web/yearOnPage'
import { dayWords } from '../app/momentWords'

/** A case without a place in a month, and what would mend it. */
export interface GapOnPage {
  readonly ref: string
  readonly href: string
  readonly month: string
  readonly why: string
  /** Make a session longer: where its form goes, and how long it would be. */
  readonly longer: { readonly action: string; readonly minutes: number; readonly text: string } | null
  /** Add a session: its form with a day that would do. */
  readonly add: { readonly href: string; readonly text: string } | null
}

/** `today`: nothing is added on it or before, and no session of it made longer: nobody could be placed in it any more. */
export function gapLine(
  gap: PageGap,
  year: Pick<YearOnPage, 'row' | 'sessions' | 'skipped'>,
  today: LocalDate,
): GapOnPage {
  const { row, sessions } = year
  const more = gap.remedy?.moreMinutes ?? null
  const longer =
    more === null || !more.on.isAfter(today)
      ? undefined
      : sessions.find(({ on, at, state }) => state === 'planned' && on === more.on.toString() && (more.at ?? at) === at)
  const days = gap.remedy?.extraSession ?? null
  const on = days === null ? undefined : suggestedDay(days, year, today)
  return {
    ...{
      ref: gap.ref,
      href: `/cases/${encodeURIComponent(gap.ref)}`,
      month: govukMonth(isoDay(`${gap.month}-01`)),
      why: gap.why,
    },
    longer:
      more === null || longer === undefined
        ? null
        : {
            action: `/supervision/sessions/${longer.id}/longer`,
            minutes: longer.minutes + more.minutes,
            text: `Add ${String(more.minutes)} ${more.minutes === 1 ? 'minute' : 'minutes'} on ${dayWords(more.on)}`,
          },
    add:
      on === undefined
        ? null
        : {
            href: `/supervision/${row.teamId}/add?on=${on.toString()}&at=${row.pattern[0]?.at ?? '09:30'}&minutes=${String(row.pattern[0]?.minutes ?? 60)}`,
            text: `Add a session on ${dayWords(on)}`,
          },
  }
}

/** A day within these on which the team usually meets and has no session yet; else its first working day that is free; undefined where every day is taken. */
function suggestedDay(
  { first, last }: Days,
  { row, sessions, skipped }: Pick<YearOnPage, 'row' | 'sessions' | 'skipped'>,
  today: LocalDate,
): LocalDate | undefined {
  const isFree = (day: LocalDate): boolean =>
    day.isAfter(today) &&
    !day.isBefore(first) &&
    !day.isAfter(last) &&
    !sessions.some(({ on, state }) => on === day.toString() && state !== 'cancelled') &&
    !skipped.some(({ on }) => on.equals(day)) &&
    !row.closedDates.some((closed) => closed.equals(day))
  const usual = row.pattern
    .flatMap(({ weekday }) => [1, 2, 3, 4, 5].flatMap((nth) => dayOfPlace({ weekday, nth }, first) ?? []))
    .sort((a, b) => a.compareTo(b))
  const month = Array.from({ length: first.lengthOfMonth() }, (_, index) => first.withDayOfMonth(1).plusDays(index))
  return usual.find(isFree) ?? month.filter((day) => day.dayOfWeek().value() <= 5).find(isFree)
}
