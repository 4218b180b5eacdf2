import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { monthOfSessions } from '../diary'
import { sessionId } from '../session'
import type { Pattern, Team } from '../yearInput'

/** A day and time, London. */
export interface When {
  readonly on: LocalDate
  readonly at: string
}

interface Diarised extends When {
  readonly id: string
}

/**
 * Where the sessions of a series go when its pattern changes: those of a month that the new pattern does not have take the places of those that it has anew, in
 * order, so that each stays the same session with the same cases, and its invitation is changed instead of cancelled. By session id; one that stays, or for
 * which the month has no new place, is not among them. `others`: sessions beside the series, whose places are taken. `from`: the first day that is planned.
 */
export function movedSeries(
  series: readonly Diarised[],
  others: readonly When[],
  team: Team,
  { from, calendar }: { readonly from: LocalDate; readonly calendar: WorkingCalendar },
): ReadonlyMap<string, When> {
  const occupied = new Set(others.map(keyOf))
  const moves = new Map<string, When>()
  for (const [month, its] of byMonth(series.filter(({ on }) => !on.isBefore(from)))) {
    const { held, skipped } = monthOfSessions(team, month, from, calendar)
    const kept = new Set([...held, ...skipped].map(keyOf))
    const taken = new Set(its.map(keyOf))
    const free = held.filter((one) => !taken.has(keyOf(one)) && !occupied.has(keyOf(one)))
    const homeless = its.filter((one) => !kept.has(keyOf(one)))
    homeless.forEach(({ id }, index) => {
      const place = free[index]
      if (place !== undefined) moves.set(id, { on: place.on, at: place.at })
    })
  }
  return moves
}

const keyOf = ({ on, at }: When): string => sessionId('', on, at)

function byMonth(series: readonly Diarised[]): readonly (readonly [LocalDate, readonly Diarised[]])[] {
  const months = new Map<string, Diarised[]>()
  for (const one of [...series].sort((a, b) => a.on.compareTo(b.on) || (a.at < b.at ? -1 : 1))) {
    const month = one.on.withDayOfMonth(1).toString()
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months.values()].flatMap((its) => {
    const [first] = its
    return first === undefined ? [] : [[first.on.withDayOfMonth(1), its] as const]
  })
}

/** Whether two patterns are the same sessions, in whatever order they stand. */
export const samePattern = (one: readonly Pattern[], other: readonly Pattern[]): boolean => words(one) === words(other)

const words = (pattern: readonly Pattern[]): string =>
  pattern
    .map(({ weekday, nth, at, minutes }) => [weekday, [...nth].sort().join(), at, minutes].join(' '))
    .sort()
    .join('|')
