import { asEnd, earlier, ofKind, type End } from '../../chronology/childHistory'
import { bookings, type Booking, type BookingKind } from '../bookings'
import type { Drafted } from '../buildObligation'
import { intervalOf } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { intervalWords } from '../sentence'
import { groundSince } from './groundSince'
import { foundAfter } from './stall'

/** Which plan carries the meeting that is booked, if one does, and what else than the meeting is an outcome of it. */
const MEETINGS = {
  'icpc-booked': { orElse: ['icpc-not-required', 'section-47-ended'], plan: null },
  'transfer-in-conference-booked': { orElse: [], plan: null },
  'review-booked': { orElse: [], plan: 'cpp' },
  'core-group-booked': { orElse: [], plan: 'cpp' },
  'cin-review-booked': { orElse: [], plan: 'cin' },
} as const

const KINDS = Object.keys(MEETINGS) as readonly BookingKind[]

/** 2 working days from the day a meeting was booked for, with no outcome recorded: not held, not cancelled, not booked again. */
export function bookingWithoutOutcome(input: RuleInput): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  return KINDS.flatMap((kind) => bookings(history, kind)).flatMap((one) => {
    const { event: booking, for: bookedFor } = one
    return foundAfter(
      {
        rules,
        subject: history.child.id,
        trigger: booking,
        evidence: [booking],
        what: (rule) => `A booked meeting passed with no outcome recorded for ${intervalWords(intervalOf(rule))}`,
        // A booking recorded after its day: nobody could have said what came of it before.
        from: {
          on: bookedFor.isBefore(booking.on) ? booking.on : bookedFor,
          why: { step: 'booked-for', event: booking.kind, on: bookedFor },
        },
        end: outcomeOf(outcomeFor(one, input), groundOf(booking, input)),
        liveSince,
      },
      calendar,
    )
  })
}

/** Held, also before its day; not needed any more; taken back, or booked again. */
function outcomeFor(
  { event, for: bookedFor, held, end }: Booking,
  { history }: RuleInput,
): Parameters<typeof outcomeOf>[0] {
  const orElse = ofKind(history.events, ...MEETINGS[event.kind].orElse).find(
    ({ on, data }) =>
      // An enquiry that ends by calling a conference is no outcome of it.
      !('outcome' in data && data.outcome === 'conference') && (!on.isBefore(bookedFor) || on.isAfter(event.on)),
  )
  const first = [asEnd(held), asEnd(orElse), end].reduce<End | null>(earlier, null)
  return first === null ? undefined : { id: first.by, on: first.on }
}

/** A review or a core group is no longer waited for when the plan it was booked for has ended. */
function groundOf({ kind, on }: Booking['event'], { history, referrals, plans, cinPlans }: RuleInput): End | null {
  const { plan } = MEETINGS[kind]
  const carrying = plan === null ? [] : plan === 'cpp' ? plans : cinPlans
  const running = carrying.findLast(({ startedOn, end }) => !startedOn.isAfter(on) && end?.on.isBefore(on) !== true)
  return earlier(groundSince({ history, referrals }, on), running?.end ?? null)
}
