import { ofKind } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/** The decision each part asks for, as the decision itself names it: a name, whatever a council makes of its interval. */
const PARTS = [
  { part: '15m', months: 15 },
  { part: '18m', months: 18 },
  { part: '24m', months: 24 },
] as const

/** 15, 18 and 24 months from the start of a child protection plan, each to the manager's own recorded decision. */
export function longPlan({ history, plans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const decided = ofKind(history.events, 'long-plan-decided')
  return plans.flatMap((plan) =>
    PARTS.flatMap(({ part, months }) => {
      const met = decided.find(({ on, data }) => data.months === months && on.isAfter(plan.startedOn))
      const trigger = { first: plan.first, kind: 'plan-started' as const, on: plan.startedOn }
      const end = outcomeOf(met, plan.end)
      return buildObligation({ rules, subject: history.child.id, part, trigger, end, liveSince }, calendar)
    }),
  )
}
