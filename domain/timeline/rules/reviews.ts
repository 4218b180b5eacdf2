import { ofKind } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { onePerDay } from './onePerDay'
import { planTrigger } from './planTrigger'

/** The reviews of a plan. One on the very day of its conference is of the plan before. */
const during = (input: RuleInput, plan: RuleInput['plans'][number]) =>
  onePerDay(
    ofKind(input.history.events, 'review-held').filter(
      (held) => held.on.isAfter(planTrigger(plan).on) && (plan.end === null || !held.on.isAfter(plan.end.on)),
    ),
  )

/** The first review: 3 months from the conference that makes a plan, or from a plan without one. */
export function reviewFirst(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  return plans.flatMap((plan) => {
    const trigger = planTrigger(plan)
    const [met] = during(input, plan)
    const end = outcomeOf(met, plan.end)
    const bookedFor = bookingFor(history, 'review-booked', { since: trigger.on, end })
    return buildObligation({ rules, subject: history.child.id, trigger, bookedFor, end, liveSince }, calendar)
  })
}

/** 6 months from each review to the next, if the plan continues; an inquorate review that ends a plan counts as one that continues it. */
export function reviewNext(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  return plans.flatMap((plan) => {
    const held = during(input, plan)
    return held.flatMap((review, index) => {
      // A quorate review that ends the plan is its end.
      if (plan.end?.on.equals(review.on) === true) return []
      const end = outcomeOf(held[index + 1], plan.end)
      const bookedFor = bookingFor(history, 'review-booked', { since: review.on, end })
      return buildObligation({ rules, subject: history.child.id, trigger: review, bookedFor, end, liveSince }, calendar)
    })
  })
}
