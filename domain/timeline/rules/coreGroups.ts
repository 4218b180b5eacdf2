import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { laterPlanKeeps } from './laterPlanKeeps'
import { coreGroupsOf } from './meetingsOf'
import { planTrigger } from './planTrigger'

/** The first core group: 10 working days from the conference that makes a plan, or from a plan without one. */
export function coreGroupFirst(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  return plans.flatMap((plan) => {
    const trigger = planTrigger(plan)
    const [met] = coreGroupsOf(plan, history)
    const end = outcomeOf(met, plan.end)
    const bookedFor = bookingFor(history, 'core-group-booked', { since: trigger.on, end })
    return buildObligation({ rules, subject: history.child.id, trigger, bookedFor, end, liveSince }, calendar)
  })
}

/** Six weeks from each core group to the next, while the plan runs. */
export function coreGroup(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const drafts = plans.flatMap((plan) => {
    const held = coreGroupsOf(plan, history)
    return held.flatMap((last, index) => {
      const end = outcomeOf(held[index + 1], plan.end)
      const bookedFor = bookingFor(history, 'core-group-booked', { since: last.on, end })
      return buildObligation({ rules, subject: history.child.id, trigger: last, bookedFor, end, liveSince }, calendar)
    })
  })
  return laterPlanKeeps(drafts)
}
