import { cohortTable } from '../../../domain/cohort/cohortTable'
import type { CohortRow } from '../../../domain/cohort/cohortRow'
import { COMPARED, differences } from '../../../domain/cohort/differences'
import { countedBy, MEASURES } from '../../../domain/cohort/measures'
import { published, publishedT } from '../../../domain/cohort/published'
import { everythingShown } from '../../../domain/cohort/shown'
import { publishedRows } from './publishedRows'

/** Counted as a reader of the rows would, with none of the code under test. Windows from the last day of a month may end later: no plan of the rows starts there. */
function countedByHand(rows: readonly CohortRow[]): Readonly<Record<string, readonly [number, number]>> {
  const months = (row: CohortRow, many: number): boolean =>
    row.cppDates.some((on) => on.isAfter(row.indexDate) && !on.isAfter(row.indexDate.plusMonths(many)))
  const of = (asked: readonly CohortRow[], counted: (row: CohortRow) => boolean): readonly [number, number] => [
    asked.filter(counted).length,
    asked.length,
  ]
  const prior = rows.filter((row) => row.priorCpp === true)
  const none = rows.filter((row) => row.priorCpp === false)
  return {
    priorCpp: of(rows, (row) => row.priorCpp === true),
    priorCppFollowUp3m: of(prior, (row) => months(row, 3)),
    noPriorCppFollowUp3m: of(none, (row) => months(row, 3)),
    cpp3m: of(rows, (row) => months(row, 3)),
    cpp6m: of(rows, (row) => months(row, 6)),
    outcome20: of(rows, (row) => row.outcome === 'outcome-20'),
    communityResolution: of(rows, (row) => row.outcome === 'community-resolution'),
  }
}

describe('the published tables (handbook, section 5; S0, tables 3 and 6)', () => {
  const rows = publishedRows()
  const table = cohortTable(rows)

  it('come out of raw rows: every count and every denominator of both cohorts', () => {
    expect(table.map(({ cohort }) => cohort)).toEqual(['2017', '2019'])
    for (const { cohort, children, shares, leftOut } of table) {
      const printed = published.cohorts.find((one) => one.cohort === cohort)
      expect({ cohort, children, ...shares }).toEqual(printed)
      expect(leftOut).toEqual([])
    }
  })

  it.each(['2017', '2019'])('are what a count by hand finds in the rows of %s', (cohort) => {
    const shares = table.find((one) => one.cohort === cohort)?.shares
    const byHand = countedByHand(rows.filter((row) => row.cohort === cohort))
    expect(MEASURES.map((name) => [shares?.[name].n, shares?.[name].of])).toEqual(MEASURES.map((name) => byHand[name]))
  })

  it('row four is the sum of rows two and three', () => {
    for (const { shares } of table) {
      expect(shares.cpp3m.n).toBe(shares.priorCppFollowUp3m.n + shares.noPriorCppFollowUp3m.n)
      expect(shares.cpp3m.of).toBe(shares.priorCppFollowUp3m.of + shares.noPriorCppFollowUp3m.of)
    }
  })

  it('the four t values are those printed, to two decimals, 2017 minus 2019; the difference is 2019 minus 2017', () => {
    const found = differences(table.map(everythingShown))
    expect(found.map(({ measure, from, to, t }) => [measure, from, to, t?.toFixed(2)])).toEqual([
      ['outcome20', '2017', '2019', '13.22'],
      ['communityResolution', '2017', '2019', '-4.86'],
      ['cpp3m', '2017', '2019', '4.55'],
      ['cpp6m', '2017', '2019', '4.07'],
    ])
    for (const measure of COMPARED)
      expect(published.t[measure].toFixed(2)).toBe(found.find((one) => one.measure === measure)?.t?.toFixed(2))
    expect(found.map(({ difference }) => difference?.toFixed(4))).toEqual(['-0.4717', '0.1095', '-0.2118', '-0.1919'])
  })

  it('the other order of the cohorts turns the signs', () => {
    const turned = differences(cohortTable([...rows].reverse()).map(everythingShown))
    expect(turned.map(({ from, to, t }) => [from, to, t?.toFixed(2)])).toEqual([
      ['2019', '2017', '-13.22'],
      ['2019', '2017', '4.86'],
      ['2019', '2017', '-4.55'],
      ['2019', '2017', '-4.07'],
    ])
    expect(publishedT('cpp3m', '2019', '2017')).toBe(-4.55)
    expect(publishedT('cpp3m', '2017', '2018')).toBeUndefined()
  })

  it('a child counted one day beyond the window would be seen', () => {
    const late = rows.map((row) => ({ ...row, cppDates: row.cppDates.map((on) => on.plusMonths(4)) }))
    expect(countedBy('cpp3m', late)).toHaveLength(0)
  })
})
