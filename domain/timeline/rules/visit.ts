import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { countingVisits } from './countingVisits'
import { laterPlanKeeps } from './laterPlanKeeps'
import { onePerDay } from './onePerDay'

/** 10 working days from the plan's start, then from each visit with the child seen; before birth any visit to the parents counts. */
export function visit({ history, plans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const counting = countingVisits(history)
  const drafts = plans.flatMap((plan) => {
    const during = counting.filter(
      (made) => !made.on.isBefore(plan.startedOn) && (plan.end === null || !made.on.isAfter(plan.end.on)),
    )
    const visits = onePerDay(during)
    const triggers: Draft['trigger'][] = [{ first: plan.first, kind: 'plan-started', on: plan.startedOn }, ...visits]
    return triggers.flatMap((trigger, index) =>
      buildObligation(
        { rules, subject: history.child.id, trigger, end: outcomeOf(visits[index], plan.end), liveSince },
        calendar,
      ),
    )
  })
  return laterPlanKeeps(drafts)
}
