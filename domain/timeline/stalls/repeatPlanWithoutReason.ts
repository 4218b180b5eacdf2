import { ofKind } from '../../chronology/childHistory'
import { planNumbers } from '../../plans/planNumbers'
import type { Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { foundOn } from './stall'

/**
 * A second or later child protection plan, by our own records or by the number of previous ones it came with, without a recorded reason. Met by the
 * correction that gives one; `not-known` is a reason.
 */
export function repeatPlanWithoutReason({ history, plans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const startOf = ({ id: start, first }: RuleInput['plans'][number]) =>
    history.events.filter(({ id }) => id === start).map((event) => ({ ...event, first }))
  const numbers = planNumbers(
    plans,
    (id) => ofKind(history.events, 'plan-started').find((start) => start.id === id)?.data.previousPlans ?? 0,
  )
  return plans.flatMap((plan) =>
    startOf(plan).flatMap((trigger) => {
      // One that still ran that day and ended before this one was another record of it.
      const earlier = plans.filter(({ end }) => end?.on.isAfter(plan.startedOn) === false)
      const { repeatReason } = trigger.kind === 'plan-started' ? trigger.data : {}
      const number = numbers.get(plan.id) ?? 1
      if (number === 1) return []
      return foundOn(
        {
          rules,
          subject: history.child.id,
          trigger,
          evidence: [...earlier.flatMap(startOf), trigger],
          what: () => `Plan number ${String(number)} of this child has no reason recorded for a further one`,
          end: outcomeOf(repeatReason === undefined ? undefined : trigger, plan.end),
          liveSince,
        },
        calendar,
      )
    }),
  )
}
