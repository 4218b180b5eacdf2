import { ofKind } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { laterPlanKeeps } from './laterPlanKeeps'
import { onePerDay } from './onePerDay'
import { otherPlanTrigger } from './otherPlanTrigger'

/**
 * 6 weeks from the start of a child in need plan to its first review, then 3 months from each to the next. The meeting on the very day a plan starts
 * makes it, or ends the one before: it is no review of it. One whose chair nobody recorded, independent or not, meets nothing until that is corrected.
 */
export function cinReview({ history, cinPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const drafts = cinPlans.flatMap((plan) => {
    const held = onePerDay(
      ofKind(history.events, 'cin-review-held').filter(
        ({ on, data }) =>
          data.independentChair !== undefined &&
          on.isAfter(plan.startedOn) &&
          (plan.end === null || !on.isAfter(plan.end.on)),
      ),
    )
    return [otherPlanTrigger(plan), ...held].flatMap((trigger, index) => {
      const end = outcomeOf(held[index], plan.end)
      const bookedFor = bookingFor(history, 'cin-review-booked', { since: trigger.on, end })
      const part = index === 0 ? 'first' : 'next'
      return buildObligation({ rules, subject: history.child.id, part, trigger, bookedFor, end, liveSince }, calendar)
    })
  })
  return laterPlanKeeps(drafts)
}
