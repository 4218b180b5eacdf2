import { ofKind } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { laterPlanKeeps } from './laterPlanKeeps'
import { onePerDay } from './onePerDay'
import { planTrigger } from './planTrigger'

const during = (input: RuleInput, plan: RuleInput['plans'][number]) =>
  onePerDay(
    ofKind(input.history.events, 'core-group-held').filter(
      (held) => !held.on.isBefore(planTrigger(plan).on) && (plan.end === null || !held.on.isAfter(plan.end.on)),
    ),
  )

/** The first core group: 10 working days from the conference that makes a plan, or from a plan without one. */
export function coreGroupFirst(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  return plans.flatMap((plan) => {
    const trigger = planTrigger(plan)
    const [met] = during(input, plan)
    const end = outcomeOf(met, plan.end)
    const bookedFor = bookingFor(history, 'core-group-booked', { since: trigger.on, end })
    return buildObligation({ rules, subject: history.child.id, trigger, bookedFor, end, liveSince }, calendar)
  })
}

/** Six weeks from each core group to the next, while the plan runs. */
export function coreGroup(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const drafts = plans.flatMap((plan) => {
    const held = during(input, plan)
    return held.flatMap((last, index) => {
      const end = outcomeOf(held[index + 1], plan.end)
      const bookedFor = bookingFor(history, 'core-group-booked', { since: last.on, end })
      return buildObligation({ rules, subject: history.child.id, trigger: last, bookedFor, end, liveSince }, calendar)
    })
  })
  return laterPlanKeeps(drafts)
}
