import type { Role } from '../access/role'

export type Unit = 'working-days' | 'days' | 'weeks' | 'months'

export interface Interval {
  readonly n: number
  readonly unit: Unit
}

export interface ReminderRule {
  /** `book-6w`, `due-10wd`, `at-once`. A `book-` step is left out once something is booked. */
  readonly step: string
  /** Counted back from the due date; missing for `at-once`, which goes out on the trigger's day. */
  readonly back?: Interval
  readonly to: readonly Role[]
}

export type LateRule = CountedLateRule | ImmediateLateRule

interface CountedLateRule {
  readonly step: 'late' | 'late-2'
  /** Working days after the due date; 0 is after 17:00 of the due date. */
  readonly afterWorkingDays: number
  readonly to: readonly Role[]
}

/** Told at once, whatever the day, when so much has passed since the trigger: `visit`, not seen for 28 days. */
export interface ImmediateLateRule {
  readonly step: 'late-3'
  readonly afterTrigger: Interval
  readonly to: readonly Role[]
}

export const isImmediate = (late: LateRule): late is ImmediateLateRule => 'afterTrigger' in late

/** One step of the escalation ladder. */
export interface Rung {
  readonly role: Role
  /** Working days after the day the rung below was told; 0 for the first. */
  readonly afterWorkingDays: number
  /** Told beside the person on the rung. */
  readonly beside?: readonly Role[]
}

/** One rule of the handbook, section 3, as data with its citation. */
export interface Rule {
  readonly id: string
  /** What people read: `Review conference`. */
  readonly title: string
  /** In words: what it runs from, and what meets it. */
  readonly runsFrom: string
  readonly metBy: string
  readonly interval: Interval
  /** Whether the trigger's own day is day 1; else the day after it is. Of months the day is never counted. */
  readonly firstDayCounts: boolean
  /** `back`: due on the working day before when it falls on another day. Nothing is ever rolled forward. */
  readonly roll: 'back' | 'none'
  readonly reminders: readonly ReminderRule[]
  readonly late: readonly LateRule[]
  readonly ladder: readonly Rung[]
  readonly lateUnit: 'working-days' | 'calendar-days'
  readonly basis: 'statutory' | 'local' | 'practice' | 'product'
  readonly source: string
  /** Whether a council's extract carries what meets it: if not, what fell due before going live is not known, and told to nobody. */
  readonly carriedBySource: boolean
}

export interface PolicyPack {
  /** Name and version: `england-family-safeguarding@1`. */
  readonly id: string
  readonly rules: readonly Rule[]
}

/** A rule of a pack by id. Throws for an unknown one: a rule cannot vanish from under its obligations. */
export function ruleOf(policy: PolicyPack, id: string): Rule {
  const rule = policy.rules.find((candidate) => candidate.id === id)
  if (rule === undefined)
    throw new Error(
      `Policy ${policy.id} has no rule ${id}. It has ${policy.rules.map((known) => known.id).join(', ')}.`,
    )
  return rule
}
