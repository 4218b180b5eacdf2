import type { LocalDate } from '@js-joda/core'
import type { Anchor } from './anchor'
import type { CohortMember } from './cohortMember'
import { cohortTable, figuresOf } from './cohortTable'
import { differences, type Difference } from './differences'
import { everythingShown, type ShownCohort } from './shown'
import { suppressed } from './suppressed'

/** Where the rows come from. */
export type Source =
  | {
      readonly from: 'file'
      readonly file: string
      readonly anchor: Anchor | null
      readonly windows: 'index-date' | 'sample-end'
    }
  | {
      readonly from: 'database'
      readonly anchor: Anchor
      readonly window: { readonly from: LocalDate; readonly to: LocalDate }
      readonly sampleEnd: LocalDate | null
      /** As it was asked for; null: all. */
      readonly team: string | null
      readonly today: LocalDate
      /** Of a report without children as well. */
      readonly cohort: string
      /** Index dates of children who are in it by an earlier one; null where that is not shown. */
      readonly laterIndexDates: number | null
    }

export interface CohortReport {
  readonly source: Source
  readonly cohorts: readonly ShownCohort[]
  readonly differences: readonly Difference[]
  /** Counts below it are hidden; null where nothing is. */
  readonly below: number | null
}

/** What is shown of the members: everything, or what may be published. */
export function cohortReport(source: Source, members: readonly CohortMember[], below: number | null): CohortReport {
  const rows = members.map(({ row }) => row)
  const table = rows.length === 0 && source.from === 'database' ? [figuresOf(source.cohort, [])] : cohortTable(rows)
  const cohorts = table.map((figures) => (below === null ? everythingShown(figures) : suppressed(figures, below)))
  const hidesLater = source.from === 'database' && below !== null
  return {
    source: hidesLater ? { ...source, laterIndexDates: null } : source,
    ...{ cohorts, differences: differences(cohorts), below },
  }
}
