import type { Rule } from '../../policy/policyPack'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { dueAfter, sooner } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { laterPlanKeeps } from './laterPlanKeeps'
import { askForEarlyReview } from './lookedAfter'
import { reviewsOf } from './meetingsOf'
import { planTrigger } from './planTrigger'

/**
 * The first review: 3 months from the conference that makes a plan, or from a plan without one. Of a plan made before birth the sooner of that and so
 * long after the birth, where the council has chosen it.
 */
export function reviewFirst(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const drafts = plans.flatMap((plan) => {
    const trigger = planTrigger(plan)
    const [met] = reviewsOf(plan, history)
    const end = outcomeOf(met, plan.end)
    const bookedFor = bookingFor(history, 'review-booked', { since: trigger.on, end })
    const due = (rule: Rule) => firstDue(rule, trigger, input)
    return buildObligation({ rules, subject: history.child.id, trigger, bookedFor, end, liveSince, due }, calendar)
  })
  return askForEarlyReview(drafts, input)
}

function firstDue(rule: Rule, trigger: Draft['trigger'], { history: { bornOn }, calendar }: RuleInput) {
  const due = dueAfter(rule, trigger, calendar)
  return rule.afterBirth === undefined || bornOn?.isAfter(trigger.on) !== true
    ? due
    : sooner(rule, due, { interval: rule.afterBirth, since: { kind: 'child-born', on: bornOn } }, calendar)
}

/** 6 months from each review to the next, if the plan continues; an inquorate review that ends a plan counts as one that continues it. */
export function reviewNext(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const drafts = plans.flatMap((plan) => {
    const held = reviewsOf(plan, history)
    return held.flatMap((review, index) => {
      // A quorate review that ends the plan is its end.
      if (plan.end?.on.equals(review.on) === true) return []
      const end = outcomeOf(held[index + 1], plan.end)
      const bookedFor = bookingFor(history, 'review-booked', { since: review.on, end })
      return buildObligation({ rules, subject: history.child.id, trigger: review, bookedFor, end, liveSince }, calendar)
    })
  })
  return askForEarlyReview(laterPlanKeeps(drafts), input)
}
