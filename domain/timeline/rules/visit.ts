import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory, type End } from '../../chronology/childHistory'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
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
  const counting = ofKind(history.events, 'visit-made').filter((made) => made.data.seen || unborn(history, made.on))
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

/** A child whose date of birth nobody knows has been born: only an expected one has not. */
const unborn = ({ child, bornOn }: ChildHistory, day: LocalDate): boolean =>
  bornOn === null ? child.expectedOn !== null : bornOn.isAfter(day)
