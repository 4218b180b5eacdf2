import type { LocalDate } from '@js-joda/core'
import type { EventKind } from '../chronology/eventKinds'
import type { OtherPlan } from '../chronology/otherPlans'
import type { Interval } from '../policy/policyPack'

/** A day that is no working day, and why: `Boxing Day`. */
interface NotCounted {
  readonly on: LocalDate
  readonly title: string
}

/** One step of the reason for a date. A value; `sentence` puts it into words. */
export type Step =
  | {
      readonly step: 'counted-from'
      readonly event: EventKind
      readonly on: LocalDate
      /** Whose start it is, where that is no child protection plan. */
      readonly plan?: OtherPlan['plan']
    }
  | { readonly step: 'first-day-counted' }
  | {
      readonly step: 'working-days-added'
      readonly days: number
      readonly gives: LocalDate
      readonly notCounted: readonly NotCounted[]
    }
  | { readonly step: 'days-added'; readonly days: number; readonly gives: LocalDate }
  | { readonly step: 'weeks-added'; readonly weeks: number; readonly gives: LocalDate }
  | { readonly step: 'months-added'; readonly months: number; readonly gives: LocalDate }
  /** A meeting that is booked, and the day so long before it. */
  | { readonly step: 'booked-for'; readonly event: EventKind; readonly on: LocalDate }
  | {
      readonly step: 'counted-back'
      readonly interval: Interval
      readonly gives: LocalDate
      readonly notCounted: readonly NotCounted[]
    }
  /** A warning, not a reason: the meeting is booked for a day beyond the last lawful one. */
  | { readonly step: 'booked-beyond'; readonly on: LocalDate; readonly limitOn: LocalDate }
  | { readonly step: 'not-before-trigger'; readonly on: LocalDate }
  /** A day the facts themselves name: a goal's, an action's, an agreed review's. */
  | { readonly step: 'day-named'; readonly on: LocalDate }
  /** A flag, not a reason: an early review conference is asked for, and the date stays. */
  | { readonly step: 'looked-after'; readonly on: LocalDate }
  | { readonly step: 'last-working-day-of-month'; readonly on: LocalDate }
  /** A day named that moved too late, or a second time: the day before it stands. `on`: the day it was moved. */
  | {
      readonly step: 'moved-in-vain'
      readonly to: LocalDate
      readonly on: LocalDate
      readonly because: 'passed' | 'second'
    }
  /** Whose signature it is about, and how many are missing. Never a name. */
  | { readonly step: 'to-be-signed'; readonly by: 'team-manager' | 'parents'; readonly missing: number }
  | { readonly step: 'time-offered'; readonly until: LocalDate }
  /** A second limit that comes first: so long after the birth, or after the first stage of all. */
  | {
      readonly step: 'sooner'
      readonly since: EventKind
      readonly sinceOn: LocalDate
      readonly interval: Interval
      readonly gives: LocalDate
    }
  /** A fact a stall rests on. */
  | { readonly step: 'evidence'; readonly event: EventKind; readonly on: LocalDate; readonly id: string }
  /** What a stall found, in the words of its rule. */
  | { readonly step: 'found'; readonly what: string; readonly on: LocalDate }
  | { readonly step: 'moved-back'; readonly from: LocalDate; readonly to: LocalDate; readonly because: string }
  /** A dispute that skips its first stages: due on the day it was raised, whatever its working days. */
  | { readonly step: 'immediate-risk' }
  | { readonly step: 'falls-on'; readonly on: LocalDate; readonly workingDay: boolean }
  | { readonly step: 'holidays-computed'; readonly after: LocalDate }
