import { LocalDate } from '@js-joda/core'
import type { EventOf } from '../../chronology/chronologyEvent'
import { asEnd, earlier, ofKind, type End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { rulePart } from '../../policy/policyPack'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueBefore } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

type Booking = Effective<EventOf<'review-booked'>>
type Plan = RuleInput['plans'][number]

/** A measure of the child's care 20 working days after a plan starts, and 10 before each review conference that is booked. */
export function baseline(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const measured = ofKind(history.events, 'care-measured')
  return plans.flatMap((plan) => {
    const trigger = { first: plan.first, kind: 'plan-started' as const, on: plan.startedOn }
    const met = measured.find(({ on }) => !on.isBefore(plan.startedOn))
    const end = outcomeOf(met, plan.end)
    return [
      ...buildObligation({ rules, subject: history.child.id, part: 'start', trigger, end, liveSince }, calendar),
      ...bookingsOf(plan, input).flatMap((booking, index, all) => beforeReview(input, plan, booking, all[index + 1])),
    ]
  })
}

/**
 * Before one booked review. A measure counts after the review before it; from its due day on the next review held is the one that was booked. It falls away
 * with that review, with the plan, and when the booking is cancelled or another takes its place.
 */
function beforeReview(input: RuleInput, plan: Plan, booking: Booking, next: Booking | undefined): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  const version = rules.at({ triggerOn: booking.on, end: { outcome: 'open' } })
  if (version === undefined) return []
  const meeting = { kind: booking.kind, on: LocalDate.parse(booking.data.for) }
  const due = dueBefore(rulePart(version.rule, 'review'), booking, meeting, calendar)
  const held = ofKind(history.events, 'review-held').filter(({ on }) => on.isAfter(plan.startedOn))
  const last = held.findLast(({ on }) => on.isBefore(due.dueOn) || !on.isAfter(booking.on))
  const booked = held.find(({ on }) => on.isAfter(booking.on) && !on.isBefore(due.dueOn))
  const cancelled = ofKind(history.events, 'meeting-cancelled').find(
    ({ data }) => history.firstOf(data.booking) === booking.first,
  )
  const ground = [asEnd(booked), asEnd(cancelled), asEnd(next), plan.end].reduce<End | null>(earlier, null)
  const met = ofKind(history.events, 'care-measured').find(({ on }) =>
    last === undefined ? !on.isBefore(plan.startedOn) : on.isAfter(last.on),
  )
  return buildObligation(
    {
      rules,
      subject: history.child.id,
      part: 'review',
      trigger: booking,
      bookedFor: meeting.on,
      end: outcomeOf(met, ground),
      liveSince,
      due: (rule) => dueBefore(rule, booking, meeting, calendar),
    },
    calendar,
  )
}

/** The reviews booked for a plan: while it ran, or ahead of it for a day after its start. What was booked on the day one ended and the next began is of the next. */
function bookingsOf(plan: Plan, { history, plans }: RuleInput): readonly Booking[] {
  return ofKind(history.events, 'review-booked').filter((booking) => {
    const running = plans.findLast(
      ({ startedOn, end }) => !startedOn.isAfter(booking.on) && end?.on.isBefore(booking.on) !== true,
    )
    const of = running ?? plans.find(({ startedOn }) => startedOn.isAfter(booking.on))
    return of === plan && LocalDate.parse(booking.data.for).isAfter(plan.startedOn)
  })
}
