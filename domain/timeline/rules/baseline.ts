import { asEnd, earlier, ofKind, type End } from '../../chronology/childHistory'
import { rulePart } from '../../policy/policyPack'
import { bookings, type Booking } from '../bookings'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueBefore } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { planBooked } from './planBooked'

type Plan = RuleInput['plans'][number]

/** A measure of the child's care 20 working days after a plan starts, and 10 before each review conference that is booked. */
export function baseline(input: RuleInput): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const measured = ofKind(history.events, 'care-measured')
  const booked = bookings(history, 'review-booked')
  return plans.flatMap((plan) => {
    const trigger = { first: plan.first, kind: 'plan-started' as const, on: plan.startedOn }
    const met = measured.find(({ on }) => !on.isBefore(plan.startedOn))
    const end = outcomeOf(met, plan.end)
    return [
      ...buildObligation({ rules, subject: history.child.id, part: 'start', trigger, end, liveSince }, calendar),
      ...booked.flatMap((booking) => (planBooked(plans, booking) === plan ? beforeReview(input, plan, booking) : [])),
    ]
  })
}

/**
 * Before one booked review. A measure counts after the review before it; from its due day on the next review held is the one that was booked. It falls away
 * with that review, with the plan, and when the booking is cancelled or another takes its place.
 */
function beforeReview(
  input: RuleInput,
  plan: Plan,
  { event: booking, for: bookedFor, end: over }: Booking<'review-booked'>,
): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  const version = rules.at({ triggerOn: booking.on, end: { outcome: 'open' } })
  if (version === undefined) return []
  const meeting = { kind: booking.kind, on: bookedFor }
  const due = dueBefore(rulePart(version.rule, 'review'), booking, meeting, calendar)
  const held = ofKind(history.events, 'review-held').filter(({ on }) => on.isAfter(plan.startedOn))
  const last = held.findLast(({ on }) => on.isBefore(due.dueOn) || !on.isAfter(booking.on))
  const booked = held.find(({ on }) => on.isAfter(booking.on) && !on.isBefore(due.dueOn))
  const ground = [asEnd(booked), over, plan.end].reduce<End | null>(earlier, null)
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
