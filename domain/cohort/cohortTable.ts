import type { CohortRow } from './cohortRow'
import { leftOutOf, type LeftOut } from './leftOut'
import { isOfCohort, MEASURES, shareOf, type MeasureName, type Share } from './measures'

/** The figures of one cohort. */
export interface CohortFigures {
  readonly cohort: string
  readonly children: number
  readonly shares: Readonly<Record<MeasureName, Share>>
  readonly leftOut: readonly LeftOut[]
}

/**
 * The table of the handbook's section 5 from rows of children, a cohort each, in the order in which the rows name them first; any other order of the
 * rows is all one. Counted from the lists of `countedBy` and from nothing else.
 */
export function cohortTable(rows: readonly CohortRow[]): readonly CohortFigures[] {
  const cohorts = new Map<string, CohortRow[]>()
  for (const row of rows) {
    const own = cohorts.get(row.cohort)
    if (own === undefined) cohorts.set(row.cohort, [row])
    else own.push(row)
  }
  return [...cohorts].map(([cohort, own]) => figuresOf(cohort, own))
}

/** The figures of one cohort, also of one without rows. */
export const figuresOf = (cohort: string, rows: readonly CohortRow[]): CohortFigures => ({
  cohort,
  children: rows.filter(isOfCohort).length,
  shares: Object.fromEntries(MEASURES.map((name) => [name, shareOf(name, rows)])) as Record<MeasureName, Share>,
  leftOut: leftOutOf(rows),
})
