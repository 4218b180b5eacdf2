import fc from 'fast-check'
import { expectAlways } from '../properties/expectAlways'
import { anyChange, changed, CHANGES } from './anyChange'
import { anyYear, LARGE } from './anyYear'
import { monthsAsked, planOf } from './askedOf'
import { weeklyTeam } from './weeklyTeam'
import type { YearInput } from '../../../domain/supervision/yearInput'
import type { YearPlan } from '../../../domain/supervision/yearPlan'
import { SEED } from '../../seed'
import { day } from '../facts'

const TOWN = { ...LARGE, patterns: 6, cases: 80 }

describe('planning again', () => {
  it('with no change moves nothing: the same sessions, the same gaps, no moves', () => {
    expectAlways(
      'no change',
      anyYear(TOWN),
      (input) => {
        const plan = planOf(input)
        expect(planOf({ ...input, existing: plan.sessions })).toEqual({ ...plan, moved: [], left: [] })
      },
      25,
    )
  })

  it('says every case that is no longer where it was, once, and nobody else', () => {
    expectAlways(
      'moves are said',
      fc.record({ input: anyYear(TOWN), change: anyChange }),
      ({ input, change }) => {
        const before = planOf(input)
        const after = planOf(changed(input, before, change))
        const slots = ({ sessions }: YearPlan) =>
          sessions.flatMap(({ id, on, cases }) => cases.map((ref) => `${ref} ${on.toString().slice(0, 7)} ${id}`))
        const [then, now] = [new Set(slots(before)), new Set(slots(after))]
        const gone = [...then].filter((slot) => !now.has(slot))
        const said = [...after.moved, ...after.left].map((one) => `${one.case} ${one.month} ${one.from}`)
        expect(said.sort()).toEqual(gone.sort())
        for (const { case: ref, month, to } of after.moved) {
          const isGap = after.gaps.some((gap) => gap.case === ref && gap.month === month)
          expect(to === null ? isGap : now.has(`${ref} ${month} ${to}`)).toBe(true)
        }
      },
      40,
    )
  })

  it('moves at most, for each slot that has to be found in a month, one other case for each other session of that month', () => {
    expectAlways(
      'bound of moves',
      fc.record({ input: anyYear(TOWN), change: anyChange }),
      ({ input, change }) => {
        const before = planOf(input)
        const then = changed(input, before, change)
        const after = planOf(then)
        for (const { month, sessions, refs, could, at } of monthsAsked(then, after)) {
          const name = month.toString().slice(0, 7)
          const was = new Map(
            before.sessions
              .filter(({ on }) => on.withDayOfMonth(1).equals(month))
              .flatMap(({ id, cases }) => cases.map((ref) => [ref, id] as const)),
          )
          const lost = refs.filter(
            (ref) => was.has(ref) && !could(ref).some((one) => sessions[one]?.id === was.get(ref)),
          )
          const tooMany = sessions.reduce(
            (sum, { id, capacity }) =>
              sum + Math.max(0, [...was.values()].filter((one) => one === id).length - capacity),
            0,
          )
          const found = refs.filter((ref) => at(ref) >= 0 && !was.has(ref))
          const toFind = lost.length + tooMany + found.length
          const moved = after.moved.filter((one) => one.month === name)
          expect(moved.length).toBeLessThanOrEqual(lost.length + tooMany + toFind * Math.max(0, sessions.length - 1))
        }
      },
      40,
    )
  })

  it('moves only the cases that lost their session, where every case is open all the time', () => {
    expectAlways(
      'only who must',
      fc.record({
        cases: fc.integer({ min: 1, max: 45 }),
        kind: fc.constantFrom(...CHANGES.slice(2, 4)),
        turn: fc.nat(500),
      }),
      ({ cases, kind, turn }) => {
        const input: YearInput = {
          from: day('2027-01-01'),
          months: 4,
          teams: [weeklyTeam('north-1', cases)],
          existing: [],
        }
        const before = planOf(input)
        const session = before.sessions[turn % before.sessions.length]!
        const { moved } = planOf(changed(input, before, { kind, turn }))
        expect(moved.map((one) => one.case)).toEqual(session.cases)
        expect(new Set(moved.map(({ from }) => from))).toEqual(new Set(session.cases.length === 0 ? [] : [session.id]))
      },
      40,
    )
  })
})

describe('the same input', () => {
  it('gives the same bytes, in whatever order teams, patterns, cases, dates and earlier sessions come', () => {
    const shuffled = <T>(list: readonly T[], salt: number): T[] =>
      fc.sample(fc.shuffledSubarray([...list], { minLength: list.length }), { numRuns: 1, seed: SEED + salt })[0]!
    expectAlways(
      'same bytes',
      fc.record({ input: anyYear(TOWN), change: anyChange, salt: fc.nat(1000) }),
      ({ input, change, salt }) => {
        const then = changed(input, planOf(input), change)
        const otherwise = {
          ...then,
          existing: shuffled(then.existing, salt).map((one) => ({ ...one, cases: shuffled(one.cases, salt) })),
          teams: shuffled(then.teams, salt).map((team) => ({
            ...team,
            pattern: shuffled(team.pattern, salt).map((one) => ({ ...one, nth: shuffled(one.nth, salt) })),
            oneOffs: shuffled(team.oneOffs, salt),
            closedDates: shuffled(team.closedDates, salt),
            cases: shuffled(team.cases, salt),
          })),
        }
        expect(JSON.stringify(planOf(otherwise))).toBe(JSON.stringify(planOf(then)))
      },
      25,
    )
  })
})
