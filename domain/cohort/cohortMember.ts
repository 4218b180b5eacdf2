import type { CohortRow } from './cohortRow'
import type { Markers } from './markers'

/** A child of a cohort with what is kept beside its row. */
export interface CohortMember {
  readonly row: CohortRow
  /** The reference of the case; null where a file does not say, or where it may not be said. */
  readonly ref: string | null
  /** Whole years on the index date; null where nobody knows. */
  readonly age: number | null
  readonly markers: Markers
}
