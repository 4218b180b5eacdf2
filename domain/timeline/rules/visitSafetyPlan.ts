import type { EventOf } from '../../chronology/chronologyEvent'
import { asEnd, earlier, ofKind, type ChildHistory, type End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { namesOf } from '../../chronology/goals'
import type { ProtectionPlan } from '../../chronology/protectionPlans'
import type { SafetyPlan } from '../../chronology/safetyPlans'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { asksForVisits } from './asksForVisits'
import { visitsCounted } from './childSeen'
import { laterPlanKeeps } from './laterPlanKeeps'
import { onePerDay } from './onePerDay'

/**
 * Visits every so many days under a safety plan of a child with a child protection plan, and only where that safety plan asks for them: by a goal of it (`goal-set`
 * whose `plan` is `safety` or an agreement's id) with social care as its `agency` and the rule's own interval as its `frequency`, `every 5 days`. From the
 * agreement, the protection plan's start or that goal, whichever is last, then from each visit that counts; until either plan ends or the goal is met.
 */
export function visitSafetyPlan({ history, plans, safetyPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const counting = visitsCounted(history)
  const spans = safetyPlans.flatMap((safety) =>
    plans.flatMap((protection) =>
      goalsOf(history, safety).flatMap((goal) => spanOf(history, { safety, protection, goal })),
    ),
  )
  const drafts = spans.sort(lastEndLast).flatMap(({ goal, trigger, end }) => {
    const rule = rules.at({ triggerOn: trigger.on, end: outcomeOf(undefined, end) })?.rule
    if (rule?.interval == null || !asksForVisits(goal.data, rule.interval)) return []
    const visits = onePerDay(
      counting.filter(({ on }) => !on.isBefore(trigger.on) && (end === null || !on.isAfter(end.on))),
    )
    return [trigger, ...visits].flatMap((from, index) =>
      buildObligation(
        { rules, subject: history.child.id, trigger: from, end: outcomeOf(visits[index], end), liveSince },
        calendar,
      ),
    )
  })
  return laterPlanKeeps(drafts)
}

type Goal = Effective<EventOf<'goal-set'>>

/** The goals set for a safety plan: named by an agreement's id, or `safety` while it ran. */
function goalsOf({ events, firstOf }: ChildHistory, { agreements, agreedOn, end }: SafetyPlan): readonly Goal[] {
  return ofKind(events, 'goal-set').filter(({ on, data }) =>
    data.plan === 'safety'
      ? !on.isBefore(agreedOn) && (end === null || !on.isAfter(end.on))
      : agreements.some(({ first }) => first === firstOf(data.plan)),
  )
}

interface Span {
  readonly goal: Goal
  readonly trigger: Draft['trigger']
  readonly end: End | null
}

interface Three {
  readonly safety: SafetyPlan
  readonly protection: ProtectionPlan
  readonly goal: Goal
}

/** While both plans run and the goal is open: from whichever came last. */
function spanOf(history: ChildHistory, { safety, protection, goal }: Three): Span[] {
  const starts: readonly Draft['trigger'][] = [
    safety.agreements[0],
    { first: protection.first, kind: 'plan-started', on: protection.startedOn },
    goal,
  ]
  const trigger = starts.reduce((last, start) => (start.on.isAfter(last.on) ? start : last))
  const names = namesOf(goal, history)
  const met = ofKind(history.events, 'goal-reviewed').find(
    ({ on, data }) => names.includes(data.goal) && data.outcome === 'met' && !on.isBefore(goal.on),
  )
  const end = [safety.end, protection.end, asEnd(met)].reduce(earlier)
  return end !== null && end.on.isBefore(trigger.on) ? [] : [{ goal, trigger, end }]
}

/** Of two that share a visit, the one that goes on is heard last. */
const lastEndLast = (a: Span, b: Span): number =>
  a.end === null ? (b.end === null ? 0 : 1) : b.end === null ? -1 : a.end.on.compareTo(b.end.on)
