import type { End } from '../../chronology/childHistory'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { visitsCounted } from './childSeen'
import { laterPlanKeeps } from './laterPlanKeeps'
import { onePerDay } from './onePerDay'
import { otherPlanTrigger } from './otherPlanTrigger'

/** 10 working days from the start of a child protection plan, then from each visit with the child seen; before birth any visit to the parents counts. */
export const visit = (input: RuleInput): Drafted[] =>
  visits(
    input,
    input.plans.map(({ first, startedOn, end }) => ({
      start: { first, kind: 'plan-started', on: startedOn },
      end,
    })),
  )

/** The same on a child in need plan, every 20 working days. */
export const cinVisit = (input: RuleInput): Drafted[] =>
  visits(
    input,
    input.cinPlans.map((plan) => ({ start: otherPlanTrigger(plan), end: plan.end })),
  )

interface Visited {
  readonly start: Draft['trigger']
  readonly end: End | null
}

function visits({ history, rules, calendar, liveSince }: RuleInput, plans: readonly Visited[]): Drafted[] {
  const counting = visitsCounted(history)
  const drafts = plans.flatMap(({ start, end }) => {
    const made = onePerDay(counting.filter(({ on }) => !on.isBefore(start.on) && (end === null || !on.isAfter(end.on))))
    return [start, ...made].flatMap((trigger, index) =>
      buildObligation(
        { rules, subject: history.child.id, trigger, end: outcomeOf(made[index], end), liveSince },
        calendar,
      ),
    )
  })
  return laterPlanKeeps(drafts)
}
