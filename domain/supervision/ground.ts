import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { byText } from './byText'
import { caseMonths, type CaseMonth } from './caseMonth'
import { monthOfSessions, type DiarySession, type SkippedSession } from './diary'
import type { EarlierPlan, EarlierSession } from './earlierPlan'
import { stayOf, type Stay } from './stay'
import type { Team, YearInput } from './yearInput'

/** One calendar month of teams that are planned together. */
export interface GroundMonth {
  readonly first: LocalDate
  readonly last: LocalDate
  /** Of all the teams, by day, time and team. */
  readonly sessions: readonly DiarySession[]
  /** Their days, epoch days. */
  readonly days: readonly number[]
  /** By team. */
  readonly skipped: ReadonlyMap<string, readonly SkippedSession[]>
}

export interface GroundCase {
  readonly ref: string
  /** By their first day. */
  readonly stays: readonly Stay[]
  /** Held before the plan, by day. */
  readonly discussed: readonly EarlierSession[]
  /** In the earlier plan, by day. */
  readonly planned: readonly EarlierSession[]
  readonly months: readonly CaseMonth[]
}

/** What does not change while teams are planned: which sessions there are, and which case could be in which. */
export interface Ground {
  readonly months: readonly GroundMonth[]
  /** By reference. */
  readonly cases: readonly GroundCase[]
}

export function groundOf(
  teams: readonly Team[],
  { from, months: count }: YearInput,
  earlier: EarlierPlan,
  calendar: WorkingCalendar,
): Ground {
  const first = from.withDayOfMonth(1)
  const months = Array.from({ length: count }, (_, index) =>
    groundMonth(teams, first.plusMonths(index), from, calendar),
  )
  const stays = new Map<string, Stay[]>()
  for (const { id, cases } of teams)
    for (const one of cases) stays.set(one.ref, [...(stays.get(one.ref) ?? []), stayOf(id, one)])
  const monthsOf = caseMonths(months)
  const cases = [...stays]
    .sort(([a], [b]) => byText(a, b))
    .map(([ref, unordered]) => {
      const known = {
        stays: unordered.sort((a, b) => a.first - b.first),
        discussed: earlier.discussed(ref),
        planned: earlier.planned(ref),
      }
      return { ref, ...known, months: monthsOf(known) }
    })
  return { months, cases }
}

function groundMonth(
  teams: readonly Team[],
  first: LocalDate,
  from: LocalDate,
  calendar: WorkingCalendar,
): GroundMonth {
  const each = teams.map((team) => [team.id, monthOfSessions(team, first, from, calendar)] as const)
  const sessions = each
    .flatMap(([, { held }]) => held)
    .sort((a, b) => a.on.compareTo(b.on) || byText(a.at, b.at) || byText(a.team, b.team))
  return {
    first,
    last: first.plusMonths(1).minusDays(1),
    sessions,
    days: sessions.map(({ on }) => on.toEpochDay()),
    skipped: new Map(each.map(([team, { skipped }]) => [team, skipped])),
  }
}
