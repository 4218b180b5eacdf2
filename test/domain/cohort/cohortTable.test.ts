import fc from 'fast-check'
import { COHORT_LISTS } from '../../../domain/cohort/cohortLists'
import { NOT_FOLLOWED, OUTCOMES, type CohortRow, type NotFollowed } from '../../../domain/cohort/cohortRow'
import { cohortTable } from '../../../domain/cohort/cohortTable'
import { shareWords } from '../../../domain/cohort/cohortWords'
import { differences } from '../../../domain/cohort/differences'
import { isOfCohort, MEASURES } from '../../../domain/cohort/measures'
import { rowFindings } from '../../../domain/cohort/rowFindings'
import { everythingShown } from '../../../domain/cohort/shown'
import { SEED } from '../../seed'
import { day } from '../facts'
import { row } from './publishedRows'

const only = (...rows: readonly CohortRow[]) => cohortTable(rows)[0]

describe('who is left out of a figure', () => {
  const until = (to: string, because: NotFollowed) =>
    row({ child: to, cppDates: [day('2019-09-01')], followed: { to: day(to), because } })

  it('a child followed to the last day of the window is in it; one day less, and it is left out, plan or no plan', () => {
    const table = only(until('2019-11-10', 'moved'), until('2019-11-09', 'died'))
    expect(table?.shares.cpp3m).toEqual({ n: 1, of: 1 })
    expect(table?.shares.cpp6m).toEqual({ n: 0, of: 0 })
    expect(table?.leftOut).toEqual([
      { part: '3-months', reason: 'died', n: 1 },
      { part: '6-months', reason: 'died', n: 1 },
      { part: '6-months', reason: 'moved', n: 1 },
    ])
  })

  it('who had left by the index date is not of the cohort, and in no figure of it', () => {
    const table = only(until('2019-08-09', 'adult'), row())
    expect(table?.children).toBe(1)
    expect(table?.shares.priorCpp).toEqual({ n: 0, of: 1 })
    expect(table?.leftOut).toEqual([{ part: 'children', reason: 'adult', n: 1 }])
  })

  it('what nobody knows is no no: a prior plan, a police outcome', () => {
    const table = only(row({ priorCpp: null, outcome: null }), row({ child: 'c2' }))
    expect([table?.shares.priorCpp, table?.shares.noPriorCppFollowUp3m, table?.shares.cpp3m]).toEqual([
      { n: 0, of: 1 },
      { n: 0, of: 1 },
      { n: 0, of: 2 },
    ])
    expect(table?.shares.outcome20).toEqual({ n: 0, of: 1 })
    expect(table?.leftOut).toEqual([
      { part: 'prior-cpp', reason: 'not-known', n: 1 },
      { part: 'outcome', reason: 'not-recorded', n: 1 },
    ])
  })

  it('windows may be counted from the end of the sample period: a plan before it is in neither', () => {
    const windowsFrom = day('2019-09-30')
    const plan = (child: string, on: string) => row({ child, windowsFrom, cppDates: [day(on)] })
    const table = only(
      plan('a', '2019-09-30'),
      plan('b', '2019-10-01'),
      plan('c', '2019-12-31'),
      plan('d', '2020-03-31'),
    )
    expect([table?.shares.cpp3m, table?.shares.cpp6m]).toEqual([
      { n: 2, of: 4 },
      { n: 3, of: 4 },
    ])
  })
})

describe('a row that contradicts itself', () => {
  it.each([
    { priorCpp: false, on: '2016-08-10', says: 1, because: 'three years before to the day' },
    { priorCpp: false, on: '2016-08-09', says: 0, because: 'longer ago' },
    { priorCpp: false, on: '2019-08-09', says: 1, because: 'the day before' },
    { priorCpp: false, on: '2019-08-10', says: 0, because: 'on the index date' },
    { priorCpp: true, on: '2019-01-01', says: 0, because: 'it says so itself' },
    { priorCpp: null, on: '2019-01-01', says: 0, because: 'nobody said no' },
  ])('prior plan $priorCpp and a start on $on: $says, $because', ({ priorCpp, on, says }) => {
    expect(rowFindings(row({ priorCpp, cppDates: [day(on)] }))).toHaveLength(says)
    expect(only(row({ priorCpp, cppDates: [day(on)] }))?.shares.cpp3m.n).toBe(0)
  })
})

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => day('2018-12-01').plusDays(days))
const anyRow = fc
  .record({
    cohort: fc.constantFrom('2017', '2018', '2019'),
    indexDate: anyDay,
    priorCpp: fc.constantFrom(true, false, null),
    cppDates: fc.array(anyDay, { maxLength: 3 }),
    outcome: fc.constantFrom(...OUTCOMES, null),
    followed: fc.option(fc.record({ to: anyDay, because: fc.constantFrom(...NOT_FOLLOWED) })),
    later: fc.nat({ max: 60 }),
  })
  .map(({ later, ...one }): CohortRow => row({ ...one, windowsFrom: one.indexDate.plusDays(later) }))
const anyRows = fc
  .array(anyRow, { minLength: 1, maxLength: 40 })
  .map((rows) => rows.map((one, index) => ({ ...one, child: `c${String(index)}` })))

describe('any rows', () => {
  it('every percentage has its numerator and denominator, and the parts add up', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { cohort, children, shares, leftOut } of cohortTable(rows)) {
          const own = rows.filter((one) => one.cohort === cohort)
          const out = (part: string): number =>
            leftOut.filter((one) => one.part === part).reduce((sum, { n }) => sum + n, 0)
          expect(children + out('children')).toBe(own.length)
          expect(shares.cpp3m.of + out('3-months')).toBe(children)
          expect(shares.cpp6m.of + out('6-months')).toBe(children)
          expect(shares.priorCpp.of + out('prior-cpp')).toBe(children)
          expect(shares.outcome20.of + out('outcome')).toBe(children)
          expect(shares.cpp3m.of).toBeGreaterThanOrEqual(shares.cpp6m.of)
          for (const name of MEASURES) {
            const { n, of } = shares[name]
            expect(n).toBeLessThanOrEqual(of)
            expect(COHORT_LISTS.get(name)?.(own)).toHaveLength(n)
            expect(COHORT_LISTS.get(`${name}-of`)?.(own)).toHaveLength(of)
            const words = shareWords({ n, of, hidden: null })
            expect(words).toMatch(of === 0 ? /^0\/0$/ : /^\d+\/\d+ \(\d+\.\d %\)$/)
          }
          expect(COHORT_LISTS.get('children')?.(own)).toEqual(own.filter(isOfCohort))
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('the order of the rows changes the order of the cohorts and nothing else', () => {
    fc.assert(
      fc.property(anyRows, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows
          .map((one) => ({ one, key: Number(keys.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const byName = (table: ReturnType<typeof cohortTable>) =>
          [...table].sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
        expect(byName(cohortTable(shuffled))).toEqual(byName(cohortTable(rows)))
        const first = (all: readonly CohortRow[]) => [...new Set(all.map(({ cohort }) => cohort))]
        expect(cohortTable(shuffled).map(({ cohort }) => cohort)).toEqual(first(shuffled))
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  it('every pair of cohorts is compared once for each measure; a t is a number or has a reason', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = cohortTable(rows)
        const found = differences(table.map(everythingShown))
        expect(found).toHaveLength((4 * table.length * (table.length - 1)) / 2)
        for (const one of found) {
          expect(one.t === null ? one.why.length > 0 : Number.isFinite(one.t)).toBe(true)
          expect(one.difference === null || Math.abs(one.difference) <= 1).toBe(true)
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})
