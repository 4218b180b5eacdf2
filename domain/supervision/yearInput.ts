import type { LocalDate } from '@js-joda/core'
import type { Place } from './place'
import type { Session } from './session'

/** Sessions a team meets in, month after month: `nth` of a weekday at a time of day, London wall time, `09:30`. */
export interface Pattern {
  readonly weekday: Place['weekday']
  /** 1 to 5 each. */
  readonly nth: readonly number[]
  readonly at: string
  readonly minutes: number
}

/** One session beside the pattern, or in place of the pattern's of that day and time; of 0 minutes: that one is cancelled. */
export interface OneOff {
  readonly on: LocalDate
  readonly at: string
  readonly minutes: number
}

/** A case is a family: its children are discussed together because there is nothing smaller to place. */
export interface TeamCase {
  readonly ref: string
  /** Open on both days; null: no end is known. */
  readonly openFrom: LocalDate
  readonly openTo: LocalDate | null
  /** The place of the month it is to keep where it can. */
  readonly keep: Place | null
}

export interface Team {
  readonly id: string
  readonly pattern: readonly Pattern[]
  readonly oneOffs: readonly OneOff[]
  readonly minutesPerCase: number
  readonly closedDates: readonly LocalDate[]
  readonly cases: readonly TeamCase[]
}

/** What a plan is made from. Civil dates, London; no clock. */
export interface YearInput {
  /** The first day that is planned; what lies before it has been. */
  readonly from: LocalDate
  /** Calendar months, that of `from` included. */
  readonly months: number
  readonly teams: readonly Team[]
  /** The sessions of an earlier plan, and of the months before it. */
  readonly existing: readonly Session[]
}
