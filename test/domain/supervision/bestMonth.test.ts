import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import { placeKey, placeOf } from '../../../domain/supervision/place'
import type { Team, YearInput } from '../../../domain/supervision/yearInput'
import type { YearPlan } from '../../../domain/supervision/yearPlan'
import { expectAlways } from '../properties/expectAlways'
import { day } from '../facts'
import { anyChange, changed } from './anyChange'
import { anyYear, SMALL } from './anyYear'
import { isIn, isWithin, monthsAsked, planOf, type MonthAsked } from './askedOf'
import { openCase, weeklyTeam } from './weeklyTeam'

/** What counts in a month, most first (decision 24). */
type Worth = readonly number[]

/** A case in a session of a month by its number, or -1. */
type Arrangement = readonly number[]

/** Every arrangement of some cases in the sessions of a month. */
function* arrangements({ sessions, could }: MonthAsked, refs: readonly string[]): Generator<Arrangement> {
  const free = sessions.map(({ capacity }) => capacity)
  const chosen: number[] = []
  function* from(index: number): Generator<Arrangement> {
    const ref = refs[index]
    if (ref === undefined) {
      yield [...chosen]
      return
    }
    for (const session of [-1, ...could(ref)]) {
      if (session >= 0 && free[session] === 0) continue
      if (session >= 0) free[session]! -= 1
      chosen.push(session)
      yield* from(index + 1)
      chosen.pop()
      if (session >= 0) free[session]! += 1
    }
  }
  yield* from(0)
}

const isLess = (a: Worth, b: Worth): boolean => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at >= 0 && a[at]! < b[at]!
}

/** What a month of a plan is worth, beside all its other months as they are. */
function judge(input: YearInput, plan: YearPlan, months: readonly MonthAsked[], index: number) {
  const its = months[index]!
  const { refs, sessions } = its
  const dayIn = (month: MonthAsked, ref: string): LocalDate | undefined => month.sessions[month.at(ref)]?.on
  const days = (some: readonly MonthAsked[], ref: string) => some.flatMap((month) => dayIn(month, ref) ?? [])
  const before = refs.map((ref) => days(months.slice(0, index), ref).at(-1)?.toEpochDay())
  const after = refs.map((ref) => days(months.slice(index + 1), ref)[0]?.toEpochDay())
  const kept = refs.map((ref) => {
    const was = input.existing.find((one) => isIn(one, its.month) && one.cases.includes(ref))
    return its.could(ref).find((session) => sessions[session]?.id === was?.id)
  })
  const overlooked = refs.map((ref) => {
    const slots = months.slice(0, index).map((month) => (month.refs.includes(ref) ? month.at(ref) : 0))
    return slots.length - 1 - slots.findLastIndex((at) => at >= 0)
  })
  const known = new Set(input.existing.flatMap(({ cases }) => cases))
  // A team without an earlier plan is planned as new.
  const replanned = new Set(
    input.teams
      .filter(({ cases }) => cases.some(({ ref }) => known.has(ref)))
      .flatMap(({ cases }) => cases.map(({ ref }) => ref)),
  )
  const joins = refs.map((ref, one) => replanned.has(ref) && !known.has(ref) && before[one] === undefined)
  const asked = refs.map((ref) => (session: number) => {
    const { team, on } = sessions[session]!
    const cases = input.teams.find(({ id }) => id === team)!.cases
    return cases.find((one) => one.ref === ref && isWithin(one, on, on))!.keep
  })
  const sumOf = (arrangement: Arrangement, of: (one: number, session: number) => number): number =>
    arrangement.reduce((sum, session, one) => sum + of(one, session), 0)
  const bad = (from: number | undefined, to: number | undefined): number =>
    from !== undefined && to !== undefined && (to - from < 14 || to - from > 45) ? 1 : 0
  const moved = (all: Arrangement): number =>
    sumOf(all, (one, session) => (kept[one] !== undefined && kept[one] !== session ? 1 : 0))
  return {
    /** Who has a slot: as many as can be, the fewest moves, nobody left out again and again. */
    placing: (all: Arrangement): Worth => [
      sumOf(all, (_, session) => (session < 0 ? 1 : 0)),
      moved(all),
      sumOf(all, (one, session) => (session < 0 ? overlooked[one]! : 0)),
    ],
    /** Which slot they have: spacing, new cases early, loads, the places asked for. */
    seating: (all: Arrangement): Worth => {
      const on = (session: number): number | undefined => sessions[session]?.on.toEpochDay()
      const loads = sessions.map((_, session) => all.filter((at) => at === session).length)
      return [
        moved(all),
        sumOf(all, (one, session) => bad(before[one], on(session)) + bad(on(session), after[one])),
        sumOf(all, (one, session) => (session >= 0 && joins[one]! ? its.could(refs[one]!).indexOf(session) : 0)),
        loads.reduce((sum, load) => sum + load * load, 0),
        sumOf(all, (one, session) => {
          const keep = session < 0 ? null : asked[one]!(session)
          return keep !== null && placeKey(keep) !== placeKey(placeOf(sessions[session]!.on)) ? 1 : 0
        }),
      ]
    },
  }
}

/** That no other arrangement of any one month is better. */
function expectBest(input: YearInput): void {
  const plan = planOf(input)
  const months = monthsAsked(input, plan)
  for (const [index, its] of months.entries()) {
    const { placing, seating } = judge(input, plan, months, index)
    const ours = its.refs.map((ref) => its.at(ref))
    const placed = ours.map((session) => session >= 0).join()
    let [bestPlacing, bestSeating] = [placing(ours), seating(ours)]
    for (const other of arrangements(its, its.refs)) {
      const worth = placing(other)
      if (isLess(worth, bestPlacing)) bestPlacing = worth
      if (other.map((session) => session >= 0).join() !== placed) continue
      const seated = seating(other)
      if (isLess(seated, bestSeating)) bestSeating = seated
    }
    expect({ placing: placing(ours), seating: seating(ours) }).toEqual({ placing: bestPlacing, seating: bestSeating })
  }
}

describe('of all arrangements of a month, beside the other months as they are, the plan has the best', () => {
  it('in a new plan: most cases placed, nobody left out again, best spaced, most even, most at the place they keep', () => {
    expectAlways('best month', anyYear(SMALL), expectBest)
  })

  it('after one change: most cases placed, and of those the fewest moved, before all else', () => {
    const towns = fc.record({ input: anyYear({ ...SMALL, teams: 2, cases: 3 }), change: anyChange })
    expectAlways(
      'best month after a change',
      towns,
      ({ input, change }) => expectBest(changed(input, planOf(input), change)),
      400,
    )
  })

  it.each<{ because: string; from: string; team: Partial<Team> }>([
    {
      because: 'fewer badly spaced discussions, once the month after is known',
      from: '2026-12-20',
      team: {
        pattern: [{ weekday: 'monday', nth: [1, 4], at: '08:30', minutes: 20 }],
        cases: [
          openCase('N-1', { keep: { weekday: 'monday', nth: 3 } }),
          openCase('N-2', { openFrom: day('2027-02-02') }),
        ],
      },
    },
    {
      because: 'loads that are even, once the month after is known',
      from: '2026-12-20',
      team: {
        pattern: [
          { weekday: 'monday', nth: [1], at: '08:30', minutes: 20 },
          { weekday: 'thursday', nth: [4], at: '09:30', minutes: 40 },
        ],
        cases: [
          openCase('N-1', { openFrom: day('2027-02-02') }),
          openCase('N-2', { openFrom: day('2026-12-20') }),
          openCase('N-3'),
        ],
      },
    },
  ])('also where it was not at first: $because', ({ from, team }) => {
    expectBest({ from: day(from), months: 3, teams: [weeklyTeam('north-1', 0, team)], existing: [] })
  })
})
