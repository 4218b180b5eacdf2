import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { otherPlanTrigger } from './otherPlanTrigger'

/**
 * 10 working days from the start of a child protection or child in need plan to its first goal. A goal cannot be recorded without the change needed,
 * a sign of progress, its date, what happens if not and by when: every one that stands has them all.
 */
export function planGate({ history, plans, cinPlans, goals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const gate = (trigger: Draft['trigger'], plan: Pick<RuleInput['cinPlans'][number], 'end'>): Drafted[] => {
    const [met] = goals
      .filter(({ shares }) => shares.some((share) => share.child === history.child.id && share.plan === trigger.first))
      .map(({ id, setOn }) => ({ id, on: setOn }))
      .sort((a, b) => a.on.compareTo(b.on))
    return buildObligation(
      { rules, subject: history.child.id, trigger, end: outcomeOf(met, plan.end), liveSince },
      calendar,
    )
  }
  return [
    ...plans.flatMap((plan) => gate({ first: plan.first, kind: 'plan-started', on: plan.startedOn }, plan)),
    ...cinPlans.flatMap((plan) => gate(otherPlanTrigger(plan), plan)),
  ]
}
