import { monthName } from './monthName'
import type { YearInput } from './yearInput'
import type { Leaving } from './yearPlan'

/** Slots of an earlier plan for cases that are in no team now: whoever plans again without them hears of it. */
export function notListed({ from, months, teams, existing }: YearInput): readonly Leaving[] {
  const listed = new Set(teams.flatMap(({ cases }) => cases.map(({ ref }) => ref)))
  const end = from.withDayOfMonth(1).plusMonths(months)
  return existing
    .filter(({ on }) => !on.isBefore(from) && on.isBefore(end))
    .flatMap(({ id, on, cases }) =>
      cases
        .filter((ref) => !listed.has(ref))
        .map((ref) => ({ case: ref, month: monthName(on), from: id, why: { leaving: 'not-listed' as const } })),
    )
}
