/** What a report may be printed as. */
export interface CohortPrint {
  readonly json?: boolean
  readonly csv?: boolean
  /** The children behind a figure by its name; true: all rows. */
  readonly rows?: string | true
  /** Files to write beside it. */
  readonly svg?: string
  readonly matching?: string
  /** Hide counts below this many; true: below the usual one. */
  readonly suppress?: string | true
  readonly published?: boolean
}

export interface CohortOptions extends CohortPrint {
  readonly input?: string
  readonly from?: string
  readonly to?: string
  readonly anchor?: string
  readonly sampleEnd?: string
  readonly team?: string
  readonly cohort?: string
  readonly data: string
}
