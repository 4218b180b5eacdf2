import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { childHistories } from '../chronology/childHistory'
import { groundProblem } from '../chronology/planGround'
import type { Problem } from '../chronology/problem'
import { protectionPlans, type ProtectionPlan } from '../chronology/protectionPlans'
import { referrals } from '../chronology/referrals'
import type { PolicyPack } from '../policy/policyPack'
import type { Drafted } from './buildObligation'
import type { Obligation } from './obligation'
import { onePerKey } from './onePerKey'
import type { RuleInput } from './ruleInput'
import { allocation } from './rules/allocation'
import { assessment } from './rules/assessment'
import { coreGroup, coreGroupFirst } from './rules/coreGroups'
import { followUp } from './rules/followUp'
import { reviewFirst, reviewNext } from './rules/reviews'
import { strategyToIcpc } from './rules/strategyToIcpc'
import { visit } from './rules/visit'

/** One function per kind of rule that runs per child. A rule of a pack that is not here, or in `PER_CASE`, is refused. */
const PER_CHILD: Readonly<Record<string, (input: RuleInput) => Drafted[]>> = {
  assessment,
  'strategy-to-icpc': strategyToIcpc,
  'core-group-first': coreGroupFirst,
  'core-group': coreGroup,
  visit,
  'review-first': reviewFirst,
  'review-next': reviewNext,
  'cpp-follow-up-3m': followUp,
  'cpp-follow-up-6m': followUp,
}

const PER_CASE: Readonly<Record<string, typeof allocation>> = { allocation }

export interface Timeline {
  /** Ordered by due date, rule, subject, occurrence. */
  readonly obligations: readonly Obligation[]
  readonly problems: readonly Problem[]
}

/** Every obligation of a case, met and cancelled ones included, each with its reasons; no two share a key. The same facts always give the same answer. */
export function timeline(facts: CaseFacts, policy: PolicyPack, calendar: WorkingCalendar): Timeline {
  const { all, children, problems } = childHistories(facts)
  const states = children.map((history) => ({ history, referral: referrals(history), plan: protectionPlans(history) }))
  const drafted = policy.rules.flatMap((rule) => {
    const perChild = PER_CHILD[rule.id]
    const common = { rule, calendar, liveSince: facts.liveSince }
    if (perChild !== undefined) {
      return states.flatMap(({ history, referral, plan }) =>
        perChild({ history, referrals: referral.referrals, plans: plan.plans, ...common }),
      )
    }
    const perCase = PER_CASE[rule.id]
    if (perCase === undefined)
      throw new Error(`Policy ${policy.id} names rule ${rule.id}, which this version of Caseclock cannot compute.`)
    return perCase({
      children: states.map(({ history, referral }) => ({ history, referrals: referral.referrals })),
      all,
      ...common,
    })
  })
  const once = onePerKey(drafted)
  return {
    obligations: counted(once.drafts),
    problems: unique([
      ...problems,
      ...states.flatMap(({ history, referral, plan }) => [
        ...referral.problems,
        ...plan.problems,
        ...plan.plans.flatMap((one) => (endedBefore(one, facts.liveSince) ? [] : (groundProblem(history, one) ?? []))),
      ]),
      ...once.problems,
    ]),
  }
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
