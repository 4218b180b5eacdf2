import * as fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { monthCoverage } from '../../../../domain/supervision/figures/monthCoverage'
import type { FigureRows } from '../../../../domain/supervision/figures/figureRows'
import type { Share } from '../../../../domain/supervision/figures/share'
import type { TeamMonth } from '../../../../domain/supervision/figures/teamMonth'
import { monthName } from '../../../../domain/supervision/monthName'
import { SEED } from '../../../seed'
import { day } from '../../facts'
import { asked, figuresOf, invited, known, place, rows, session } from './exampleRows'

const SPAN = { from: '2027-01', to: '2027-04' }
const CASES = ['1', '2', '3', '4'] as const
const PEOPLE = ['p', 'q', 'r'] as const
const TEAMS = ['A', 'B'] as const

const anyDay = fc.integer({ min: 0, max: 119 }).map((days) => LocalDate.of(2027, 1, 1).plusDays(days))
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const anySessions = fc.uniqueArray(
  fc.record({
    on: anyDay,
    teamId: fc.constantFrom(...TEAMS),
    state: fc.constantFrom('planned', 'cancelled', 'held', 'held', 'not-held'),
    ...{ minutesOutOn: orNull(anyDay), sampled: fc.boolean(), checked: fc.boolean() },
  }),
  { maxLength: 12, selector: ({ on, teamId }) => `${teamId} ${on.toString()}` },
)

/** Rows that name each other as those of a database do, whatever else they say. */
const anyRows: fc.Arbitrary<Partial<FigureRows>> = anySessions.chain((drawn) => {
  const sessions = drawn.map((one) => session(one.on.toString(), { ...one, id: `${one.teamId} ${one.on.toString()}` }))
  const pairs = <T>(others: readonly T[]) => sessions.flatMap(({ id }) => others.map((other) => [id, other] as const))
  const months = ['2027-01', '2027-02', '2027-03', '2027-04'].flatMap((month) =>
    CASES.map((id) => [id, month] as const),
  )
  const places = pairs(CASES).map(([id, caseId]) =>
    fc
      .record({ discussed: orNull(fc.boolean()), placedOn: anyDay, summaryWrittenOn: orNull(anyDay) })
      .map((more) => place(id, caseId, more)),
  )
  const people = pairs(PEOPLE).map(([id, personId]) =>
    fc
      .record({ attended: fc.boolean(), approved: fc.boolean(), role: fc.constantFrom('chair', 'social-worker') })
      .map((more) => invited(id, personId, more)),
  )
  const open = months.map(([id, month]) =>
    fc.record({ gap: orNull(fc.constant('It is full.')) }).map((more) => asked(id, month, more)),
  )
  const discussion = fc.record({
    caseId: fc.constantFrom(...CASES),
    on: anyDay,
    sessionId: fc.constantFrom('before', ...sessions.map(({ id }) => id)),
    teamId: fc.constantFrom(null, ...TEAMS),
    stands: fc.boolean(),
  })
  const some = <T>(each: readonly fc.Arbitrary<T>[]) => fc.tuple(...each).chain((all) => fc.subarray(all))
  return fc.record({
    sessions: fc.constant(sessions),
    cases: fc.tuple(
      ...CASES.map((id) =>
        fc.record({ teamId: fc.constantFrom(null, ...TEAMS), restricted: fc.boolean() }).map((more) => known(id, more)),
      ),
    ),
    ...{ places: some(places), attendance: some(people), asked: some(open) },
    discussions: fc.array(discussion, { maxLength: 6 }),
  })
})

const parts = (shares: Readonly<Record<string, Share>>): readonly [sum: number, of: number] => {
  const all = Object.values(shares)
  expect(new Set(all.map((share) => share?.of ?? 0)).size).toBe(1)
  return [all.reduce((sum, share) => sum + (share?.n ?? 0), 0), all[0]?.of ?? 0]
}
const total = (months: readonly TeamMonth[], of: (one: TeamMonth) => number): number =>
  months.reduce((sum, one) => sum + of(one), 0)

describe(`the figures of any months (seed ${String(SEED)})`, () => {
  it('have the coverage that is asked for alone', () => {
    fc.assert(
      fc.property(anyRows, fc.option(fc.subarray(['A', 'B', null]), { nil: undefined }), (given, teams) => {
        const asked = { teams, today: day('2027-03-10') }
        expect(monthCoverage(rows(given), { ...asked, span: SPAN })).toEqual(
          figuresOf(given, { ...SPAN, ...asked }).map(({ teamId, month, coverage, behind }) => ({
            ...{ teamId, month, coverage, notDiscussed: behind.notDiscussed },
          })),
        )
      }),
      { seed: SEED },
    )
  })

  it('add up: every part of a whole once, and nothing is counted twice or left out', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        const months = figuresOf(given, SPAN)
        for (const { coverage, sessions, attendance, summaries, minutes, quality, absentTwice, behind } of months) {
          const all = [coverage, sessions, summaries, minutes, quality, ...attendance.map((one) => one.attendance)]
          for (const one of all) {
            const [sum, of] = parts(one)
            expect(sum).toBe(of)
          }
          expect(behind.notDiscussed).toHaveLength((coverage.discussed?.of ?? 0) - (coverage.discussed?.n ?? 0))
          expect(behind.absentTwice).toHaveLength(absentTwice?.n ?? 0)
          expect(absentTwice?.n ?? 0).toBeLessThanOrEqual(absentTwice?.of ?? 0)
          expect(behind.minutes).toHaveLength((minutes.late?.n ?? 0) + (minutes['not-out']?.n ?? 0))
          expect(behind.summaries).toHaveLength((summaries.late?.n ?? 0) + (summaries.never?.n ?? 0))
        }
        const held = new Set(given.sessions?.filter(({ state }) => state === 'held').map(({ id }) => id))
        const isHeld = ({ sessionId }: { readonly sessionId: string }): boolean => held.has(sessionId)
        expect(total(months, ({ coverage }) => parts(coverage)[1])).toBe(given.asked?.length)
        expect(total(months, ({ sessions }) => parts(sessions)[1])).toBe(given.sessions?.length)
        expect(total(months, ({ minutes }) => parts(minutes)[1])).toBe(held.size)
        expect(total(months, ({ attendance }) => sumOf(attendance.map((one) => parts(one.attendance)[1])))).toBe(
          given.attendance?.filter(isHeld).length,
        )
        expect(total(months, ({ summaries }) => parts(summaries)[1])).toBe(
          given.places?.filter((one) => isHeld(one) && one.discussed === true).length,
        )
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('are the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(anyRows, fc.integer(), (given, turn) => {
        const turned = Object.fromEntries(
          Object.entries(given).map(([name, all]: [string, readonly unknown[]]) => [name, shuffled(all, turn)]),
        )
        expect(figuresOf(turned, SPAN)).toEqual(figuresOf(given, SPAN))
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('of single months and teams are those of all of them', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        const apart = [...TEAMS, null].flatMap((team) =>
          ['2027-01', '2027-02', '2027-03', '2027-04'].flatMap((month) =>
            figuresOf(given, { from: month, to: month, teams: [team] }),
          ),
        )
        expect(apart).toEqual(figuresOf(given, SPAN))
        expect(
          apart.every(({ month, behind }) => behind.minutes.every(({ session: { on } }) => monthName(on) === month)),
        ).toBe(true)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Turned about and reversed: another order for every number. */
function shuffled<T>(all: readonly T[], turn: number): readonly T[] {
  const by = all.length === 0 ? 0 : Math.abs(turn) % all.length
  const turned = [...all.slice(by), ...all.slice(0, by)]
  return turn % 2 === 0 ? turned : turned.reverse()
}
