import type { CohortMember } from '../../../domain/cohort/cohortMember'
import type { CohortRow } from '../../../domain/cohort/cohortRow'
import { MARKERS } from '../../../domain/cohort/markers'
import { isOfCohort, MEASURE, type MeasureName } from '../../../domain/cohort/measures'
import { csvText } from '../../files/csvText'

const FIGURES = ['priorCpp', 'cpp3m', 'cpp6m', 'outcome20', 'communityResolution'] as const
const COLUMN = {
  ...{ priorCpp: 'prior_cpp', cpp3m: 'cpp_3m', cpp6m: 'cpp_6m' },
  ...{ outcome20: 'outcome_20', communityResolution: 'community_resolution' },
} as const satisfies Record<(typeof FIGURES)[number], string>

/**
 * One row for each child of the cohorts, for matching: the seven markers of S0 and what the figures say of it, as yes and no. An empty cell is not known, which is
 * never a no: a marker that nobody coded, a child left out of a figure.
 */
export const matchingCsv = (members: readonly CohortMember[]): string =>
  csvText(
    ['cohort', 'child', 'index_date', 'age', ...MARKERS, ...FIGURES.map((name) => COLUMN[name])],
    members
      .filter(({ row }) => isOfCohort(row))
      .map(({ row, age, markers }) => [
        ...[row.cohort, row.child, row.indexDate.toString(), age],
        ...MARKERS.map((marker) => markers[marker] ?? null),
        ...FIGURES.map((name) => answer(row, name)),
      ]),
  )

function answer(row: CohortRow, name: MeasureName): string | null {
  if (!MEASURE[name].asks(row)) return null
  return MEASURE[name].counts(row) ? 'yes' : 'no'
}
