import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { birthNotRecorded } from '../chronology/birthNotRecorded'
import { childHistories, type ChildHistory } from '../chronology/childHistory'
import { cinPlans, ploPlans } from '../chronology/otherPlans'
import { goals } from '../chronology/goals'
import { groundProblem } from '../chronology/planGround'
import type { Problem } from '../chronology/problem'
import { protectionPlans, type ProtectionPlan } from '../chronology/protectionPlans'
import { referrals } from '../chronology/referrals'
import { safetyPlans } from '../chronology/safetyPlans'
import { tooEarly } from '../chronology/tooEarly'
import { ruleVersions, type PolicySchedule } from '../policy/policySchedule'
import { isRuleId, type RuleId } from '../policy/ruleIds'
import type { Drafted } from './buildObligation'
import type { Obligation } from './obligation'
import { onePerKey } from './onePerKey'
import { RULE_FUNCTIONS } from './ruleFunctions'
import type { CaseRuleInput, ChildState } from './ruleInput'
import { closedEnquiries } from './rules/closedEnquiries'

export interface Timeline {
  /** Ordered by due date, rule, subject, occurrence. */
  readonly obligations: readonly Obligation[]
  readonly problems: readonly Problem[]
}

/**
 * Every obligation of a case, met and cancelled ones included, each with its reasons, and every stall; no two share a key. The same facts always give
 * the same answer. `policy`: the versions of the rules that have come into force. Throws for a rule this version of Caseclock cannot compute.
 */
export const timeline = (facts: CaseFacts, policy: PolicySchedule, calendar: WorkingCalendar): Timeline =>
  timelineOf(foldCase(facts), policy, calendar)

/** A case whose facts have been folded: what every rule is asked with, whichever version. */
export interface FoldedCase extends Pick<
  CaseRuleInput,
  'all' | 'children' | 'firstOf' | 'goals' | 'knownOn' | 'versionsOf'
> {
  readonly facts: CaseFacts
  readonly problems: readonly Problem[]
}

export function foldCase(facts: CaseFacts): FoldedCase {
  const { all, children, firstOf, versionsOf, problems } = childHistories(facts)
  const folded = children.map(fold)
  const states = folded.map(({ state }) => state)
  const goal = goals(states, all)
  const knownOn = facts.knownOn ?? all.at(-1)?.on ?? null
  return {
    facts,
    all,
    firstOf,
    versionsOf,
    knownOn,
    goals: goal.goals,
    children: states,
    problems: [
      ...problems,
      ...folded.flatMap(({ state: { history, plans, referrals: received }, problems: own }) => [
        ...own,
        ...birthNotRecorded(history, received, knownOn),
        ...closedEnquiries({ history, referrals: received, liveSince: facts.liveSince }),
        ...plans.flatMap((one) => (endedBefore(one, facts.liveSince) ? [] : (groundProblem(history, one) ?? []))),
      ]),
      ...goal.problems,
    ],
  }
}

/** `timeline` of facts that have been folded before. */
export function timelineOf(
  { facts: { liveSince, supervised = [] }, problems, ...folded }: FoldedCase,
  policy: PolicySchedule,
  calendar: WorkingCalendar,
): Timeline {
  const { goals } = folded
  const once = onePerKey(
    ruleIds(policy).flatMap((id) => {
      const rules = ruleVersions(policy, id)
      const rule = RULE_FUNCTIONS[id]
      if (rule.per === 'case') return rule.draft({ ...folded, rules, calendar, liveSince, supervised })
      // Every field by name: spreading them for each rule and child showed as 8 % of the time of a forecast.
      return folded.children.flatMap(({ history, referrals, plans, cinPlans, ploPlans, safetyPlans }) =>
        rule.draft({ history, referrals, plans, cinPlans, ploPlans, safetyPlans, goals, rules, calendar, liveSince }),
      )
    }),
  )
  return { obligations: counted(once.drafts), problems: unique([...problems, ...once.problems]) }
}

/** What stands about one child, once for all rules. */
function fold(history: ChildHistory): { readonly state: ChildState; readonly problems: readonly Problem[] } {
  const referral = referrals(history)
  const protection = protectionPlans(history)
  const cin = cinPlans(history, protection.plans)
  const plo = ploPlans(history)
  const safety = safetyPlans(history)
  return {
    state: {
      history,
      referrals: referral.referrals,
      plans: protection.plans,
      cinPlans: cin.plans,
      ploPlans: plo.plans,
      safetyPlans: safety.plans,
    },
    problems: [
      ...referral.problems,
      ...protection.problems,
      ...cin.problems,
      ...plo.problems,
      ...safety.problems,
      ...tooEarly(history),
    ],
  }
}

/** The rules of any version, each once, in the order of the first pack that names it. */
function ruleIds({ versions }: PolicySchedule): readonly RuleId[] {
  const ids = new Set(versions.flatMap(({ pack }) => pack.rules.map(({ id }) => id)))
  return [...ids].map((id) => {
    if (!isRuleId(id)) throw new Error(`The policy names rule ${id}, which this version of Caseclock cannot compute.`)
    return id
  })
}

/** A plan that had already ended when the case was first imported is not asked about (handbook 3, Going live). */
const endedBefore = ({ end }: ProtectionPlan, liveSince: CaseFacts['liveSince']): boolean =>
  end !== null && liveSince !== null && end.on.isBefore(liveSince)

/** Siblings share their events: what is wrong with one is said once. */
const unique = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [`${one.events.join(' ')}: ${one.problem}`, one])).values(),
]

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Numbers each rule's obligations per subject by the trigger's date, then the due date, then the trigger's id; then orders them all. */
function counted(drafted: readonly Drafted[]): readonly Obligation[] {
  const inTurn = [...drafted].sort(
    (a, b) =>
      a.triggerOn.compareTo(b.triggerOn) ||
      a.dueOn.compareTo(b.dueOn) ||
      byText(a.trigger, b.trigger) ||
      byText(a.part, b.part),
  )
  const counts = new Map<string, number>()
  const numbered = inTurn.map((draft): Obligation => {
    const key = `${draft.rule}|${draft.subject}`
    const occurrence = (counts.get(key) ?? 0) + 1
    counts.set(key, occurrence)
    return { ...draft, occurrence }
  })
  return numbered.sort(
    (a, b) =>
      a.dueOn.compareTo(b.dueOn) ||
      byText(a.rule, b.rule) ||
      byText(a.subject, b.subject) ||
      a.occurrence - b.occurrence,
  )
}
