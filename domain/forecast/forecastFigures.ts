import type { LocalDate } from '@js-joda/core'
import type { Forecast } from './forecastCase'
import { CONFERENCES, FORECAST_KINDS, type ForecastKind } from './forecastKind'
import type { Week } from './week'

/** What stands in one week, or is late. */
export interface WeekFigures {
  /** Null: what is late today. */
  readonly week: Week | null
  /** Obligations, one for each child. */
  readonly kinds: Readonly<Record<ForecastKind, number>>
  /** The sum of them. */
  readonly obligations: number
  /** Meetings of each kind: the children of one case who are due on one day sit round one table. */
  readonly together: Readonly<Record<ForecastKind, number>>
  /** Conferences to hold, of every kind: rooms and chairs. */
  readonly conferences: number
}

export interface TeamFigures {
  readonly team: string
  readonly late: WeekFigures
  readonly weeks: readonly WeekFigures[]
}

/** Counted from the list and nothing else, so that no figure can differ from the lines behind it. One entry per team that has a line, in order of name. */
export function forecastFigures(lines: readonly Forecast[], weeks: readonly Week[]): readonly TeamFigures[] {
  return [...grouped(lines, ({ team }) => team)]
    .sort(([a], [b]) => byText(a, b))
    .map(([team, own]) => teamFigures(team, own, weeks))
}

/** The figures of all lines as if they were of one team. */
export function teamFigures(team: string, lines: readonly Forecast[], weeks: readonly Week[]): TeamFigures {
  const byWeek = grouped(lines, ({ week }) => week)
  return {
    team,
    late: figuresOf(null, byWeek.get('late') ?? []),
    weeks: weeks.map((week) => figuresOf(week, byWeek.get(week.name) ?? [])),
  }
}

function figuresOf(week: Week | null, lines: readonly Forecast[]): WeekFigures {
  const byKind = grouped(lines, ({ kind }) => kind)
  const each = (count: (own: readonly Forecast[]) => number) =>
    Object.fromEntries(FORECAST_KINDS.map((kind) => [kind, count(byKind.get(kind) ?? [])])) as Record<
      ForecastKind,
      number
    >
  const together = each((own) => new Set(own.map(meetingOf)).size)
  return {
    week,
    kinds: each((own) => own.length),
    obligations: lines.length,
    together,
    conferences: CONFERENCES.reduce((sum, kind) => sum + together[kind], 0),
  }
}

/** What makes two lines one meeting: the case, the kind and the day. */
export const meetingOf = ({ ref, kind, on }: Forecast): string => `${ref} ${kind} ${on.toString()}`

/** Late ones that are booked ahead, by the week of the booking: their rooms are needed too. */
export function lateBooked(lines: readonly Forecast[], today: LocalDate): readonly Forecast[] {
  return lines.filter(({ week, bookedFor }) => week === 'late' && bookedFor?.isBefore(today) === false)
}

/** The list in the order it is printed: team, late first, then by day. */
export const inOrder = (lines: readonly Forecast[]): readonly Forecast[] =>
  [...lines].sort(
    (a, b) =>
      byText(a.team, b.team) ||
      Number(b.week === 'late') - Number(a.week === 'late') ||
      a.on.compareTo(b.on) ||
      FORECAST_KINDS.indexOf(a.kind) - FORECAST_KINDS.indexOf(b.kind) ||
      byText(a.ref, b.ref) ||
      byText(a.rule, b.rule) ||
      byText(a.subject, b.subject) ||
      a.dueOn.compareTo(b.dueOn) ||
      byText(a.part, b.part),
  )

function grouped<T, K>(all: readonly T[], keyOfOne: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOfOne(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
