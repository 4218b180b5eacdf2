import { ofKind } from '../../chronology/childHistory'
import type { Drafted } from '../buildObligation'
import { intervalOf } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { onePerDay } from '../rules/onePerDay'
import { intervalWords } from '../sentence'
import { longestKept } from './longestKept'
import { foundAfter } from './stall'

/**
 * 20 working days of a child protection or child in need plan, from its start and then from each progress, with none recorded. Progress is progress
 * recorded, a goal met or part met; a meeting alone is none.
 */
export function noProgress({ history, plans, cinPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const progress = ofKind(history.events, 'progress-recorded', 'goal-reviewed').filter(
    (event) => event.kind === 'progress-recorded' || event.data.outcome !== 'not',
  )
  const drafts = [...plans, ...cinPlans].flatMap((plan) => {
    const made = onePerDay(
      progress.filter(({ on }) => !on.isBefore(plan.startedOn) && (plan.end === null || !on.isAfter(plan.end.on))),
    )
    const started = history.events.filter(({ id }) => id === plan.id).map((event) => ({ ...event, first: plan.first }))
    const triggers = [...started, ...made]
    return triggers.flatMap((trigger, index) =>
      foundAfter(
        {
          rules,
          subject: history.child.id,
          trigger,
          evidence: [trigger],
          what: (rule) => `No progress recorded on the plan for ${intervalWords(intervalOf(rule))}`,
          end: outcomeOf(made[index], plan.end),
          liveSince,
        },
        calendar,
      ),
    )
  })
  return longestKept(drafts)
}
