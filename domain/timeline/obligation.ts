import type { LocalDate } from '@js-joda/core'
import type { Role } from '../access/role'
import type { Rule } from '../policy/policyPack'
import type { Step } from './step'

/** What makes an obligation one and the same for ever: never a running number (design.md 4). */
export interface ObligationKey {
  readonly rule: string
  /** The child's id for what runs per child, else `case`. */
  readonly subject: string
  /** The id of the first version of the event whose date is counted. */
  readonly trigger: string
  /** Which of the rule's dates; empty where it has one. */
  readonly part: string
}

/** A key as one text. */
export const keyOf = ({ rule, subject, trigger, part }: ObligationKey): string =>
  `${rule}|${subject}|${trigger}|${part}`

/** How an obligation came to its end, if it did. */
export type Outcome =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'met'; readonly by: string; readonly on: LocalDate }
  /** `by` is an event's id, or `birthday` when a child turned 18. `on` may lie ahead: until then it is open. */
  | { readonly outcome: 'cancelled'; readonly by: string; readonly on: LocalDate }

export interface Reminder {
  /** `book-6w`, `due-10wd`, `due-7d`, `due-0`, `at-once`. */
  readonly step: string
  readonly on: LocalDate
  /** `evening`: at 17:00 of that day, where the obligation runs from the end of it. `morning`: at its start. */
  readonly at: 'morning' | 'evening'
  readonly to: readonly Role[]
}

/** The moments at which somebody is first told that it is late. The first named `late`, a second `late-2`; `late-3` is told whatever the day. */
export interface LateStep {
  readonly step: 'late' | 'late-2' | 'late-3'
  readonly on: LocalDate
  /** `evening`: after 17:00 of the due date. `morning`: at the start of that working day. `at-once`: at the start of that day, working day or not. */
  readonly at: 'morning' | 'evening' | 'at-once'
  readonly to: readonly Role[]
}

/** One thing that must happen on one case by one date because of one rule. Civil dates, England. */
export interface Obligation extends ObligationKey {
  readonly triggerOn: LocalDate
  /** From 1 per rule and subject, in the order of contracts.md 3. Shown, never stored. */
  readonly occurrence: number
  /** The day it must be done by, pulled back to a working day where the rule says so. */
  readonly dueOn: LocalDate
  /** The last lawful day, not pulled back. */
  readonly limitOn: LocalDate
  readonly bookedFor: LocalDate | null
  readonly end: Outcome
  readonly reminders: readonly Reminder[]
  readonly late: readonly LateStep[]
  /** Working days or calendar days late: the unit the rule counts in. */
  readonly lateUnit: 'working-days' | 'calendar-days'
  /** Fell due before the first import and no source carries it: listed, told to nobody. */
  readonly notKnownFromImport: boolean
  /** The version of the rules it follows. */
  readonly policy: string
  /** A stall is drift found on this day; everything else is something to do by it. */
  readonly kind: Rule['kind']
  readonly explanation: readonly Step[]
}
