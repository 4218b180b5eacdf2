import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../../chronology/childHistory'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/** 10 working days from the plan's start, then from each visit with the child seen; before birth any visit to the parents counts. */
export function visit({ history, plans, rule, calendar, liveSince }: RuleInput): Drafted[] {
  const counting = ofKind(history.events, 'visit-made').filter(
    (made) => made.data.seen || unborn(history.child.bornOn, made.on),
  )
  return plans.flatMap((plan) => {
    const during = counting.filter(
      (made) => !made.on.isBefore(plan.startedOn) && (plan.end === null || !made.on.isAfter(plan.end.on)),
    )
    // Two visits on one day are one: the next one has to be on a later day.
    const visits = during.filter((made, index) => index === 0 || during[index - 1]?.on.isBefore(made.on))
    const triggers: Draft['trigger'][] = [{ first: plan.first, kind: 'plan-started', on: plan.startedOn }, ...visits]
    return triggers.map((trigger, index) =>
      buildObligation(
        { rule, subject: history.child.id, trigger, end: outcomeOf(visits[index], plan.end), liveSince },
        calendar,
      ),
    )
  })
}

const unborn = (bornOn: LocalDate | null, day: LocalDate): boolean => bornOn === null || bornOn.isAfter(day)
