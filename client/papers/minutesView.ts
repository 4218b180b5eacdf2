import type { LocalDate } from '@js-joda/core'
import type { PaperCase, PaperView, RestrictedCase } from './paperView'

/** The minutes of a session that was held, made for one reader. */
export interface MinutesView extends PaperView {
  readonly attendance: readonly Attendee[]
  /** In the order in which they stood on the list. */
  readonly cases: readonly (DiscussedCase | CaseNotDiscussed | RestrictedCase)[]
}

export interface Attendee {
  readonly name: string
  /** In words: `Team manager`. */
  readonly role: string
  readonly was: Presence
}

export type Presence =
  | { readonly state: 'present' | 'absent' | 'not-recorded' }
  /** Away by an exception that was approved. `reason`: null where it is not for this reader. */
  | { readonly state: 'excused'; readonly reason: string | null; readonly cover: string | null }

export interface DiscussedCase extends PaperCase {
  readonly state: 'discussed'
  /** In the order in which they were typed. */
  readonly lines: readonly MinuteLine[]
  readonly actions: readonly MinutedAction[]
}

/** A case that was on the list. */
export interface CaseNotDiscussed {
  readonly state: 'not-discussed'
  readonly ref: string
  /** Null where nobody wrote down why. */
  readonly reason: string | null
}

export interface MinuteLine {
  /** Which prompt it answers, by id; `decision` is what was decided. One that is not known stands at the end. */
  readonly prompt: string
  /** London wall time, `10:42`. */
  readonly at: string
  /** By name. */
  readonly writer: string
  readonly text: string
}

export interface MinutedAction {
  readonly action: string
  readonly owner: string
  /** The date that holds. */
  readonly by: LocalDate
  /** Null where it was not recorded as done by the day of the session. */
  readonly doneOn: LocalDate | null
}
