import { ofKind } from '../../chronology/childHistory'
import type { ProtectionPlan } from '../../chronology/protectionPlans'
import type { Drafted } from '../buildObligation'
import type { RuleInput } from '../ruleInput'
import { reviewsOf } from '../rules/meetingsOf'
import { runs, type Turn } from './runs'
import { foundOn } from './stall'

/** Two reviews of a plan running that continue it, with no goal met since the review before each, or since the plan began. */
export function reviewsWithoutGoalMet({ history, plans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  return plans.flatMap((plan) =>
    runs(turnsOf(history, plan), { rules, groundOf: () => plan.end }).flatMap(({ evidence, trigger, end }) =>
      foundOn(
        {
          rules,
          subject: history.child.id,
          trigger,
          evidence,
          what: () => `${String(evidence.length)} reviews running continued the plan with no goal met`,
          end,
          liveSince,
        },
        calendar,
      ),
    ),
  )
}

/** A review with a goal met since the one before adds nothing: the goal itself has broken the run. An inquorate review never ends a plan. */
function turnsOf(history: RuleInput['history'], plan: ProtectionPlan): readonly Turn[] {
  const reviews = reviewsOf(plan, history)
  const { events } = history
  const met = ofKind(events, 'goal-reviewed').filter(
    ({ on, data }) =>
      data.outcome === 'met' && !on.isBefore(plan.startedOn) && (plan.end === null || !on.isAfter(plan.end.on)),
  )
  return events.flatMap((event): Turn[] => {
    if (met.some(({ id }) => id === event.id)) return [{ event, turn: 'breaks' }]
    const index = reviews.findIndex(({ id }) => id === event.id)
    if (index === -1) return []
    if (plan.end?.by === event.id) return [{ event, turn: 'breaks' }]
    const before = reviews[index - 1]
    const anyMet = met.some(({ on }) => !on.isAfter(event.on) && (before === undefined || on.isAfter(before.on)))
    return anyMet ? [] : [{ event, turn: 'adds' }]
  })
}
