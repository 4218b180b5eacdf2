import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../calendar/isoDay'
import { ofKind } from '../../chronology/childHistory'
import type { OtherPlan } from '../../chronology/otherPlans'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueOnDayNamed } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { laterPlanKeeps } from './laterPlanKeeps'
import { otherPlanTrigger } from './otherPlanTrigger'

/** 8 weeks from the beginning of pre-proceedings to their review. */
export function ploReview({ history, ploPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  return ploPlans.flatMap((plan) => {
    const end = outcomeOf(ofKind(history.events, 'plo-reviewed').find(during(plan)), plan.end)
    return buildObligation(
      { rules, subject: history.child.id, trigger: otherPlanTrigger(plan), end, liveSince },
      calendar,
    )
  })
}

/**
 * 16 weeks from the beginning of pre-proceedings to their recorded end. Extending them with a reason meets it, and the next one runs to the day they
 * were extended to.
 */
export function ploEnd({ history, ploPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const common = { rules, subject: history.child.id, liveSince }
  const drafts = ploPlans.flatMap((plan) => {
    const extended = ofKind(history.events, 'plo-extended').filter(during(plan))
    const ended = ofKind(history.events, 'plan-ended').find(({ id }) => id === plan.end?.by)
    const endAt = (index: number) => outcomeOf(extended[index] ?? ended, plan.end)
    return [
      ...buildObligation({ ...common, trigger: otherPlanTrigger(plan), end: endAt(0) }, calendar),
      ...extended.flatMap((extension, index) => {
        const until = isoDay(extension.data.until)
        return buildObligation(
          {
            ...common,
            trigger: extension,
            end: endAt(index + 1),
            due: (rule) => dueOnDayNamed(rule, extension, until, calendar),
          },
          calendar,
        )
      }),
    ]
  })
  return laterPlanKeeps(drafts)
}

/** What was done on the day pre-proceedings began is of those before. */
const during =
  ({ startedOn, end }: OtherPlan) =>
  ({ on }: { readonly on: LocalDate }): boolean =>
    on.isAfter(startedOn) && (end === null || !on.isAfter(end.on))
