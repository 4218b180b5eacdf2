import type { LocalDate } from '@js-joda/core'

/** A child of a case, by id only. Names stay in the database. `bornOn` or `expectedOn`, civil dates; both null when neither is known. */
export interface Child {
  readonly id: string
  readonly bornOn: LocalDate | null
  readonly expectedOn: LocalDate | null
}
