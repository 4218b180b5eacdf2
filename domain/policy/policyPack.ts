import type { Role } from '../access/role'

export type Unit = 'working-days' | 'days' | 'weeks' | 'months'

export interface Interval {
  readonly n: number
  readonly unit: Unit
}

/** How far a due date lies from the day a rule runs from: after it, or with `before` ahead of a booked meeting. */
export interface Distance extends Interval {
  readonly before?: true
}

export interface ReminderRule {
  /** `book-6w`, `due-10wd`, `due-0`, `at-once`. A `book-` step is left out once something is booked. */
  readonly step: string
  /** Counted back from the due date; missing for `at-once`, which goes out on the trigger's day. */
  readonly back?: Interval
  readonly to: readonly Role[]
}

export type LateRule = CountedLateRule | ImmediateLateRule

interface CountedLateRule {
  readonly step: 'late' | 'late-2'
  /** Working days after the due date; 0 is after 17:00 of the due date, less than 0 is that many before it. */
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

/** One of several dates of a rule: its name in the obligation's key, its distance, and what it tells differently from the rule. */
export interface RulePart {
  readonly part: string
  readonly interval: Distance
  readonly reminders?: readonly ReminderRule[]
  readonly late?: readonly LateRule[]
  readonly ladder?: readonly Rung[]
}

/** One rule of the handbook, section 3, as data with its citation. */
export interface Rule {
  /** One of `RULE_IDS`. */
  readonly id: string
  /** A stall finds drift, today, and names the evidence; the manager of the team is told at once. It reminds nobody of what is not yet found, but of a breach on the day of it. */
  readonly kind: 'obligation' | 'stall'
  /** What people read: `Review conference`. */
  readonly title: string
  /** In words: what it runs from, and what meets it. */
  readonly runsFrom: string
  readonly metBy: string
  /** Whose it is to do. */
  readonly owner: Role
  /** Null where the facts name the day (a goal's own date), and where the parts say. */
  readonly interval: Distance | null
  /** Several dates of one rule, each with a name of its own. */
  readonly parts?: readonly RulePart[]
  /** Stalls: how many of a kind running, and within what time. */
  readonly count?: number
  readonly within?: Interval
  /** A shorter time that is shown beside it. */
  readonly alsoWithin?: Interval
  /** The last day of all for what runs in stages, counted from the first. */
  readonly notLaterThan?: Interval
  /** For a child unborn at the trigger: due the sooner of the interval and so long after the birth. */
  readonly afterBirth?: Interval
  /** Whether the trigger's own day is day 1; else the day after it is. Of months the day is never counted. */
  readonly firstDayCounts: boolean
  /** `back`: due on the working day before when it falls on another day. Nothing is ever rolled forward. */
  readonly roll: 'back' | 'none'
  /** Whether what meets it starts the next. */
  readonly repeats: boolean
  readonly reminders: readonly ReminderRule[]
  readonly late: readonly LateRule[]
  readonly ladder: readonly Rung[]
  /** Stalls, and what is as one: the rules beside whose late matter it is evidence, in one alert. The built-in rule's where a pack does not say. */
  readonly goesWith?: readonly string[]
  /** Told at whatever hour, working day or not: a child not seen, a breach. The built-in rule's where a pack does not say. */
  readonly immediate?: true
  /** What days late are counted in: as its interval is, where it has one. */
  readonly lateUnit: 'working-days' | 'calendar-days'
  readonly basis: 'statutory' | 'local' | 'practice' | 'product'
  readonly source: string
  /** Whether a council's extract carries what meets it: if not, what fell due before going live is not known, and told to nobody. */
  readonly carriedBySource: boolean
  /** The first and the last day on which a trigger starts it, ISO dates; null for no bound. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** What a council may change of a rule: its numbers, whose it is and whom it tells, never what it means. */
export type RuleValues = Partial<
  Pick<
    Rule,
    | 'interval'
    | 'parts'
    | 'firstDayCounts'
    | 'afterBirth'
    | 'owner'
    | 'reminders'
    | 'late'
    | 'ladder'
    | 'validFrom'
    | 'validTo'
  >
>

export type RuleValuesOf = RuleValues & {
  /** The rule that is changed. */
  readonly rule: string
}

/** Changes that come with the pack and are off unless an overlay chooses them. */
export interface PolicyOption {
  readonly name: string
  readonly why: string
  readonly changes: readonly RuleValuesOf[]
  /** Rules the pack has only where the option is chosen: each with its own basis and source. */
  readonly adds?: readonly Rule[]
}

/** How an alert climbs, whatever its rule: all in working days. */
export interface EscalationNumbers {
  /** So many days later the next rung is told once somebody has seen the alert, once per rung. */
  readonly acknowledgedMoves: number
  /** A promise names a day at most so far ahead. */
  readonly promiseAtMost: number
  /** More time ends at most so far ahead. */
  readonly moreTimeAtMost: number
  /** A matter that is late again so soon after its alert ended is told on the rung where that one stood. */
  readonly comesBackWithin: number
  readonly source: string
}

export interface PolicyPack {
  /** Name and version: `england-family-safeguarding@1`. */
  readonly id: string
  /** The built-in pack's where a pack does not say. */
  readonly escalation?: EscalationNumbers
  readonly rules: readonly Rule[]
  readonly options?: readonly PolicyOption[]
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

/** The same among the rules of a pack and those its options bring, chosen or not: the one a rule of that name is measured by. */
export const ruleComingWith = (policy: PolicyPack, id: string): Rule =>
  ruleOf({ ...policy, rules: [...policy.rules, ...(policy.options ?? []).flatMap(({ adds = [] }) => adds)] }, id)

/** A rule as it holds for one of its parts. Throws for a part the rule has not. An empty part is the rule itself, and so is any part of a rule without parts (a plan's start and end). */
export function rulePart(rule: Rule, part: string): Rule {
  if (part === '' || rule.parts === undefined) return rule
  const found = rule.parts.find((candidate) => candidate.part === part)
  if (found === undefined)
    throw new Error(`Rule ${rule.id} has no part ${part}. It has ${rule.parts.map((known) => known.part).join(', ')}.`)
  const { interval, reminders = rule.reminders, late = rule.late, ladder = rule.ladder } = found
  return { ...rule, interval, reminders, late, ladder, lateUnit: lateUnitOf(interval) }
}

/** Days late are counted in working days where the interval is, else in calendar days (contracts.md 3). */
export const lateUnitOf = ({ unit }: Interval): Rule['lateUnit'] =>
  unit === 'working-days' ? 'working-days' : 'calendar-days'
