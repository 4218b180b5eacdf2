import { isoDay } from '../../calendar/isoDay'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { ofKind } from '../../chronology/childHistory'
import type { Agreement } from '../../chronology/safetyPlans'
import type { Rule } from '../../policy/policyPack'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { dueAfter, dueOnDayNamed, type DueDate } from '../dueDate'
import { movedOnce, type DayNamed } from '../movedOnce'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { onePerDay } from './onePerDay'

/**
 * From the first agreement of a safety plan, then from each review of it, to the next: after the rule's interval, or on the date agreed. A plan that is
 * open until met, or has no end, is reviewed at the interval all the same. A review on the very day a plan is agreed is of the plan before.
 */
export function safetyPlanReview({ history, safetyPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const reviewed = ofKind(history.events, 'safety-plan-reviewed')
  return safetyPlans.flatMap(({ agreements, agreedOn, end: ended }) => {
    const reviews = onePerDay(
      reviewed.filter(({ on }) => on.isAfter(agreedOn) && (ended === null || !on.isAfter(ended.on))),
    )
    const triggers: readonly Draft['trigger'][] = [agreements[0], ...reviews]
    return triggers.flatMap((trigger, index) => {
      const next = reviews[index]
      const agreed = agreements.filter(
        ({ on }) => !on.isBefore(trigger.on) && (next === undefined || on.isBefore(next.on)),
      )
      return buildObligation(
        {
          rules,
          subject: history.child.id,
          trigger,
          end: outcomeOf(next, ended),
          liveSince,
          due: (rule) => reviewDue(rule, trigger, agreed, calendar),
        },
        calendar,
      )
    })
  })
}

/** The interval, or the date agreed: on the trigger's own day, and moved once by an agreement made since. */
function reviewDue(
  rule: Rule,
  trigger: Draft['trigger'],
  agreed: readonly Agreement[],
  calendar: WorkingCalendar,
): DueDate {
  const regular = dueAfter(rule, trigger, calendar)
  const dayOf = ({ on, data: { reviewMode, reviewOn } }: Agreement): DayNamed => {
    const day = reviewMode === 'date' && reviewOn !== undefined ? isoDay(reviewOn) : null
    // After a review, the date it was held for is no longer the next one.
    const isPast = trigger.kind === 'safety-plan-reviewed' && day?.isAfter(trigger.on) === false
    return { on, notBefore: on, day: day === null || isPast ? regular.limitOn : day }
  }
  const atFirst = agreed.findLast(({ on }) => on.equals(trigger.on))
  const first = atFirst === undefined ? { on: trigger.on, notBefore: trigger.on, day: regular.limitOn } : dayOf(atFirst)
  const { named, why } = movedOnce(first, agreed.filter(({ on }) => on.isAfter(trigger.on)).map(dayOf))
  const due = named.day.equals(regular.limitOn) ? regular : dueOnDayNamed(rule, trigger, named.day, calendar)
  return { ...due, explanation: [...due.explanation, ...why] }
}
