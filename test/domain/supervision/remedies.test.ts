import { expectAlways } from '../properties/expectAlways'
import type { Gap, MoreMinutes } from '../../../domain/supervision/yearPlan'
import type { YearInput } from '../../../domain/supervision/yearInput'
import { anyYear } from './anyYear'
import { isIn, planOf } from './askedOf'

const TOWN = anyYear({ teams: 1, patterns: 2, cases: 40, months: 2, weeks: 3, capacity: 5 })

const minutesOf = ({ why }: Gap): MoreMinutes | null => (why.gap === 'full' ? why.remedy.moreMinutes : null)

/** The same towns with some sessions made longer, as the gaps said. */
function withMore(input: YearInput, remedies: readonly MoreMinutes[]): YearInput {
  const { sessions } = planOf(input)
  return {
    ...input,
    teams: input.teams.map((team) => {
      const longer = new Map<string, { on: MoreMinutes['on']; at: string; minutes: number }>()
      for (const { on, at, minutes, team: id } of remedies) {
        const session = sessions.find((one) => one.team === id && one.on.equals(on) && (at === null || one.at === at))!
        const key = session.id
        const had = [...team.oneOffs, ...team.pattern.map((one) => ({ ...one, on: null }))].filter(
          (one) => one.at === session.at,
        )
        const base =
          team.oneOffs.find((one) => one.at === session.at && one.on.equals(on))?.minutes ??
          had.find((one) => one.on === null)!.minutes
        const so = longer.get(key)?.minutes ?? base
        longer.set(key, { on, at: session.at, minutes: so + minutes })
      }
      const others = team.oneOffs.filter(
        (one) => ![...longer.values()].some(({ on, at }) => at === one.at && on.equals(one.on)),
      )
      return { ...team, oneOffs: [...others, ...longer.values()] }
    }),
  }
}

describe('what a gap says would mend it', () => {
  it('does: the minutes one gap asks for leave one gap fewer, one minute less, in whatever session of the month, leaves as many', () => {
    expectAlways(
      'a remedy',
      TOWN,
      (input) => {
        const { gaps, sessions } = planOf(input)
        const remedies = gaps.flatMap((gap) => minutesOf(gap) ?? [])
        for (const remedy of remedies.slice(0, 1)) {
          expect(planOf(withMore(input, [remedy])).gaps).toHaveLength(gaps.length - 1)
          for (const { team, on, at } of sessions.filter((one) => isIn(one, remedy.on.withDayOfMonth(1)))) {
            const less = { ...remedy, team, on, at, minutes: remedy.minutes - 1 }
            expect(planOf(withMore(input, [less])).gaps).toHaveLength(gaps.length)
          }
        }
      },
      60,
    )
  })

  it('and all of them together leave no gap for want of room', () => {
    expectAlways(
      'all remedies',
      TOWN,
      (input) => {
        const remedies = planOf(input).gaps.flatMap((gap) => minutesOf(gap) ?? [])
        expect(planOf(withMore(input, remedies)).gaps.filter((gap) => minutesOf(gap) !== null)).toEqual([])
      },
      60,
    )
  })

  it('an extra session on any of the days named places the case, others moving where that is needed', () => {
    expectAlways(
      'extra session',
      TOWN,
      (input) => {
        const { gaps } = planOf(input)
        for (const { team: id, why } of gaps.slice(0, 1)) {
          const days = why.gap === 'closed-before' ? null : why.remedy.extraSession
          for (const on of days === null ? [] : [days.first, days.last]) {
            const teams = input.teams.map((team) =>
              team.id === id ? { ...team, oneOffs: [...team.oneOffs, { on, at: '18:00', minutes: 20 }] } : team,
            )
            expect(planOf({ ...input, teams }).gaps).toHaveLength(gaps.length - 1)
          }
        }
      },
      60,
    )
  })
})
