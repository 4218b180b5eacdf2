import type { SafetyPlan } from '../../chronology/safetyPlans'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/**
 * From the day a safety plan is agreed by word or by hand to its formal document. A second note by hand before that document starts no clock
 * of its own; an amendment by hand after it does.
 */
export function safetyPlanWritten({ history, safetyPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  return safetyPlans.flatMap((plan) =>
    unwritten(plan).flatMap((agreed) => {
      const met = plan.agreements.find(({ on, data }) => data.how === 'formal' && !on.isBefore(agreed.on))
      const end = outcomeOf(met, plan.end)
      return buildObligation({ rules, subject: history.child.id, trigger: agreed, end, liveSince }, calendar)
    }),
  )
}

const unwritten = ({ agreements }: SafetyPlan): readonly SafetyPlan['agreements'][number][] =>
  agreements.filter(
    ({ data }, index) => data.how !== 'formal' && (index === 0 || agreements[index - 1]?.data.how === 'formal'),
  )
