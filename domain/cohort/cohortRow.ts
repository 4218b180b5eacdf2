import type { LocalDate } from '@js-joda/core'

/** What the police decided, as far as the tables tell it apart (S0: Outcome 20, community resolution). */
export const OUTCOMES = ['outcome-20', 'community-resolution', 'other'] as const

export type Outcome = (typeof OUTCOMES)[number]

/** Why a child is not followed any further. `not-over`: nobody can know yet. */
export const NOT_FOLLOWED = ['not-over', 'died', 'adult', 'moved', 'adopted'] as const

export type NotFollowed = (typeof NOT_FOLLOWED)[number]

/** One child of one cohort (contracts.md 5). Civil dates, no names. */
export interface CohortRow {
  readonly cohort: string
  /** An id that means nothing outside; each child once in a cohort. */
  readonly child: string
  readonly indexDate: LocalDate
  /** Whether the child was on a child protection plan in the three years before; null where nobody can say. */
  readonly priorCpp: boolean | null
  /** The days on which child protection plans started, in any order. */
  readonly cppDates: readonly LocalDate[]
  /** Null where none is recorded, which is never a no. */
  readonly outcome: Outcome | null
  /** The day the windows are counted from: the index date, or for all rows the end of the sample period. */
  readonly windowsFrom: LocalDate
  /** The last whole day on which the child was followed, with the reason; null: for as long as is asked. */
  readonly followed: Followed | null
}

export interface Followed {
  readonly to: LocalDate
  readonly because: NotFollowed
}
