import type { LocalDate } from '@js-joda/core'
import type { NotHeld, SkippedSession } from './diary'
import type { Session } from './session'

/** A year of sessions and who is discussed in which, with everything that could not be, or is otherwise than before, named. */
export interface YearPlan {
  /** By day, time and team; before `from` those held whose day still counts, as they came in. Cases by reference. */
  readonly sessions: readonly Session[]
  readonly gaps: readonly Gap[]
  /** Cases that need a slot in the month and are no longer where the earlier plan had them. */
  readonly moved: readonly Move[]
  /** Slots of the earlier plan that their case needs no more. Nothing takes their place, so they are no moves. */
  readonly left: readonly Leaving[]
}

/** A case that is open on some day of a month and in no session of it. `month`: `2027-03`. */
export interface Gap {
  readonly team: string
  readonly case: string
  readonly month: string
  readonly why: GapReason
}

export interface Move {
  readonly case: string
  readonly month: string
  /** Ids of sessions; `to` is null where it became a gap. */
  readonly from: string
  readonly to: string | null
  readonly why: MoveReason
}

export interface Leaving {
  readonly case: string
  readonly month: string
  readonly from: string
  readonly why: LeavingReason
}

/** Days of one month; `whole` where nothing is left out that the month has. */
export interface Days {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly whole: boolean
}

/** The least that would place one case more. */
export interface Remedy {
  /** Days on which an extra session could be; null where there is none. */
  readonly extraSession: Days | null
  readonly moreMinutes: MoreMinutes | null
}

export interface MoreMinutes {
  readonly team: string
  readonly on: LocalDate
  /** Null where the team has one session that day. */
  readonly at: string | null
  readonly minutes: number
  /** How many other cases would move so that this one is placed. */
  readonly along: number
}

export type GapReason =
  | { readonly gap: 'full'; readonly month: LocalDate; readonly remedy: Remedy }
  | {
      readonly gap: 'no-session'
      readonly team: string
      readonly days: Days
      readonly skipped: readonly SkippedSession[]
      readonly remedy: Remedy
    }
  | { readonly gap: 'closed-before'; readonly closedOn: LocalDate; readonly from: LocalDate }

export type MoveReason =
  | {
      readonly move: 'not-held'
      readonly on: LocalDate
      readonly because: NotHeld | { readonly why: 'not-in-pattern'; readonly at: string }
    }
  | { readonly move: 'other-team'; readonly team: string }
  | { readonly move: 'not-open'; readonly on: LocalDate }
  | { readonly move: 'made-room'; readonly on: LocalDate; readonly for: string }
  | { readonly move: 'smaller'; readonly on: LocalDate; readonly capacity: number }

export type LeavingReason =
  | { readonly leaving: 'closed'; readonly on: LocalDate }
  | { readonly leaving: 'opens-later'; readonly on: LocalDate }
  | { readonly leaving: 'not-listed' }
  | { readonly leaving: 'discussed'; readonly on: LocalDate }
  | { readonly leaving: 'twice'; readonly on: LocalDate }
