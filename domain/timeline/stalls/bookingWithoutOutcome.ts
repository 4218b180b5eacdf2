import { LocalDate } from '@js-joda/core'
import { earlier, ofKind, type End } from '../../chronology/childHistory'
import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Drafted } from '../buildObligation'
import { intervalOf } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { intervalWords } from '../sentence'
import { groundSince } from './groundSince'
import { foundAfter } from './stall'

/** What a booking is for, and which plan carries the meeting, if one does. */
const MEETINGS = {
  'icpc-booked': { outcome: ['icpc-held', 'icpc-not-required', 'section-47-ended'], plan: null },
  'transfer-in-conference-booked': { outcome: ['transfer-in-conference-held'], plan: null },
  'review-booked': { outcome: ['review-held'], plan: 'cpp' },
  'core-group-booked': { outcome: ['core-group-held'], plan: 'cpp' },
  'cin-review-booked': { outcome: ['cin-review-held'], plan: 'cin' },
} as const

type BookingKind = keyof typeof MEETINGS
type Booking = Effective<EventOf<BookingKind>>

const KINDS = Object.keys(MEETINGS) as readonly BookingKind[]

/** 2 working days from the day a meeting was booked for, with no outcome recorded: not held, not cancelled, not booked again. */
export function bookingWithoutOutcome(input: RuleInput): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  return ofKind(history.events, ...KINDS).flatMap((booking) => {
    const bookedFor = LocalDate.parse(booking.data.for)
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
        end: outcomeOf(outcomeFor(booking, bookedFor, input), groundOf(booking, input)),
        liveSince,
      },
      calendar,
    )
  })
}

function outcomeFor(booking: Booking, bookedFor: LocalDate, { history }: RuleInput): Effective | undefined {
  const alike = ofKind(history.events, booking.kind)
  // In order of date, and of one day as recorded: the next one is the newer.
  const newer = alike[alike.indexOf(booking) + 1]
  const cancelled = ofKind(history.events, 'meeting-cancelled').filter(
    ({ data }) => history.firstOf(data.booking) === booking.first,
  )
  const held = ofKind(history.events, ...MEETINGS[booking.kind].outcome).filter(
    ({ on, data }) =>
      // An enquiry that ends by calling a conference is no outcome of it.
      !('outcome' in data && data.outcome === 'conference') &&
      // Held before the day it was booked for, it was brought forward; a meeting with a booking of its own was not.
      (!on.isBefore(bookedFor) || (on.isAfter(booking.on) && !alike.some(({ data }) => data.for === on.toString()))),
  )
  return [...(newer === undefined ? [] : [newer]), ...cancelled, ...held].sort((a, b) => a.on.compareTo(b.on))[0]
}

/** A review or a core group is no longer waited for when the plan it was booked for has ended. */
function groundOf({ kind, on }: Booking, { history, referrals, plans, cinPlans }: RuleInput): End | null {
  const { plan } = MEETINGS[kind]
  const carrying = plan === null ? [] : plan === 'cpp' ? plans : cinPlans
  const running = carrying.findLast(({ startedOn, end }) => !startedOn.isAfter(on) && end?.on.isBefore(on) !== true)
  return earlier(groundSince({ history, referrals }, on), running?.end ?? null)
}
