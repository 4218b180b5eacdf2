import type { LocalDate } from '@js-joda/core'
import type { Pattern } from '../yearInput'

/** What a coordinator has set for a team. */
export interface KeptYear {
  readonly teamName: string
  readonly pattern: readonly Pattern[]
  readonly minutesPerCase: number
  readonly closedDates: readonly LocalDate[]
  /** The pattern its sessions were made from; null before the first plan. */
  readonly plannedPattern: readonly Pattern[] | null
}

/** A session as it stands in the diary, and as the year is planned from it. */
export interface KeptSession {
  readonly id: string
  readonly on: LocalDate
  /** London wall time, `09:30`. */
  readonly at: string
  readonly minutes: number
  readonly capacity: number
  readonly origin: 'pattern' | 'added'
  /** `2027-03-02T09:30`, where the pattern has it; null: where it is. */
  readonly patternSlot: string | null
  readonly state: 'planned' | 'cancelled' | 'held' | 'not-held'
  /** Somebody cancelled it; else the calendar or the pattern did. */
  readonly calledOff: boolean
  /** Cases that were left over in it and not placed anew yet, by reference. */
  readonly leftOver: readonly string[]
  /** Those it is to discuss, or has discussed, by id and reference. */
  readonly cases: readonly { readonly id: string; readonly ref: string }[]
}
