import fc from 'fast-check'
import type { TeamCase, YearInput } from '../../../domain/supervision/yearInput'
import type { Session } from '../../../domain/supervision/session'
import { expectAlways } from '../properties/expectAlways'
import { day } from '../facts'
import { anyYear } from './anyYear'
import { isIn, isWithin, lastOf, monthsOf, planOf } from './askedOf'
import { weeklyTeam } from './weeklyTeam'

const isBad = (days: number): boolean => days < 14 || days > 45

const daysBetween = (sessions: readonly Session[], ref: string): readonly number[] => {
  const days = sessions.filter(({ cases }) => cases.includes(ref)).map(({ on }) => on.toEpochDay())
  return days.slice(1).map((later, index) => later - days[index]!)
}

/** The fewest badly spaced discussions a case of a team could have at all, if it had every session for itself. */
function fewest(input: YearInput, sessions: readonly Session[], team: string, one: TeamCase): number {
  let ways: readonly { readonly on: number; readonly bad: number }[] = []
  for (const month of monthsOf(input)) {
    const now = sessions.filter(
      (session) =>
        session.team === team && isIn(session, month) && session.capacity > 0 && isWithin(one, session.on, session.on),
    )
    if (now.length === 0) continue
    ways = now.map((session) => {
      const on = session.on.toEpochDay()
      const bad = ways.map((way) => way.bad + (isBad(on - way.on) ? 1 : 0))
      return { on, bad: bad.length === 0 ? 0 : Math.min(...bad) }
    })
  }
  return ways.length === 0 ? 0 : Math.min(...ways.map(({ bad }) => bad))
}

describe('two discussions of a case lie 14 to 45 days apart', () => {
  it('wherever the pattern has such sessions: with room enough every case has the fewest others that any choice of sessions has', () => {
    const roomy = anyYear({ teams: 1, patterns: 3, cases: 30, months: 8, weeks: 3, capacity: 9 }).map((input) => ({
      ...input,
      teams: input.teams.map((team) => ({
        ...team,
        pattern: team.pattern.map((one) => ({ ...one, minutes: 20 * team.cases.length + 20 })),
        oneOffs: team.oneOffs.map((one) => ({ ...one, minutes: one.minutes === 0 ? 0 : 20 * team.cases.length + 20 })),
      })),
    }))
    expectAlways(
      'spacing',
      roomy,
      (input) => {
        const { sessions } = planOf(input)
        for (const { id, cases } of input.teams)
          for (const one of cases)
            expect(daysBetween(sessions, one.ref).filter(isBad)).toHaveLength(fewest(input, sessions, id, one))
      },
      50,
    )
  })

  it('always, and loads differ by at most one, where a team meets every week and has room for all', () => {
    const towns = fc.record({
      from: fc.nat(500).map((ahead) => day('2026-12-01').plusDays(ahead).withDayOfMonth(1)),
      weekday: fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday' as const),
      cases: fc.integer({ min: 1, max: 60 }),
    })
    expectAlways(
      'every week',
      towns,
      ({ from, weekday, cases }) => {
        const input = {
          from,
          months: 13,
          teams: [weeklyTeam('north-1', cases, { weekday, minutes: 20 * 40 })],
          existing: [],
        }
        const { sessions, gaps } = planOf(input)
        expect(gaps).toEqual([])
        for (const { ref } of input.teams[0]!.cases) expect(daysBetween(sessions, ref).filter(isBad)).toEqual([])
        for (const month of monthsOf(input)) {
          const loads = sessions.filter((one) => isIn(one, month)).map((one) => one.cases.length)
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        }
      },
      60,
    )
  })
})

describe('loads of a month', () => {
  it('differ by at most one: no case could be in a session that holds two fewer without being spaced worse', () => {
    expectAlways(
      'even loads',
      anyYear({ teams: 1, patterns: 4, cases: 80, months: 4, weeks: 5, capacity: 30 }),
      (input) => {
        const { sessions } = planOf(input)
        for (const { cases } of input.teams)
          for (const one of cases) {
            const its = sessions.filter((session) => session.cases.includes(one.ref))
            for (const [index, at] of its.entries()) {
              const badWith = (session: Session): number =>
                [its[index - 1], its[index + 1]].filter(
                  (beside) => beside !== undefined && isBad(Math.abs(session.on.toEpochDay() - beside.on.toEpochDay())),
                ).length
              const better = sessions.filter(
                (other) =>
                  isIn(other, at.on.withDayOfMonth(1)) &&
                  isWithin(one, other.on, other.on) &&
                  other.cases.length < other.capacity &&
                  other.cases.length + 2 <= at.cases.length &&
                  badWith(other) <= badWith(at),
              )
              expect(better.map(({ id }) => id)).toEqual([])
            }
          }
      },
      50,
    )
  })

  it('differ by at most one where every case is open all month and nothing was discussed before', () => {
    expectAlways(
      'first month',
      anyYear({ teams: 1, patterns: 6, cases: 100, months: 1, weeks: 5, capacity: 30 }),
      (input) => {
        const first = input.from.withDayOfMonth(1)
        const team = {
          ...input.teams[0]!,
          cases: input.teams[0]!.cases.filter(
            (one) => isWithin(one, first, first) && isWithin(one, lastOf(first), lastOf(first)),
          ),
        }
        const { sessions } = planOf({ ...input, months: 1, teams: [team] })
        const fullest = Math.max(...sessions.map(({ cases }) => cases.length))
        for (const { cases, capacity } of sessions)
          expect(cases.length).toBeGreaterThanOrEqual(Math.min(capacity, fullest - 1))
      },
      50,
    )
  })
})
