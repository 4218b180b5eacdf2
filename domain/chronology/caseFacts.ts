import type { LocalDate } from '@js-joda/core'
import type { Child } from './child'
import type { ChronologyEvent } from './chronologyEvent'

/** A time in which a case was with a team that holds group supervision. */
export interface SupervisedTime {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** All that is known of one case: what the rules are computed from. */
export interface CaseFacts {
  readonly ref: string
  readonly team: string | null
  readonly children: readonly Child[]
  /** In the order in which they were appended, corrections and voided ones included. */
  readonly events: readonly ChronologyEvent[]
  /** The day of the first import that brought this case, or null: what fell due before it and no source carries is "not known from the import" (handbook 3, Going live). */
  readonly liveSince: LocalDate | null
  /** When it was with a team that holds group supervision, both days included; null: it still is. Missing where nobody knows. */
  readonly supervised?: readonly SupervisedTime[]
  /** The day on which this much was known (`knownOn`); missing where nobody asked: then that of the last event. What comes round every month is known up to the month after it. */
  readonly knownOn?: LocalDate
}
