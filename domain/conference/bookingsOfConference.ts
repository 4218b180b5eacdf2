import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import { childHistories } from '../chronology/childHistory'
import { bookings, type Booking, type BookingKind } from '../timeline/bookings'
import type { ConferenceKind } from './conferenceKind'

/** The fact that books each kind of conference. */
export const BOOKS = {
  initial: 'icpc-booked',
  'transfer-in': 'transfer-in-conference-booked',
  review: 'review-booked',
  'core-group': 'core-group-booked',
} as const satisfies Readonly<Record<ConferenceKind, BookingKind>>

type Booked = Booking<(typeof BOOKS)[ConferenceKind]>

/** Every booking of this kind that any child of the case has, once each, by the event. In order of the day it was made. */
export function bookingsOf(facts: CaseFacts, kind: ConferenceKind): readonly Booked[] {
  const all = childHistories(facts).children.flatMap((history): readonly Booked[] => bookings(history, BOOKS[kind]))
  const once = new Map<string, Booked>()
  for (const one of all) if (!once.has(one.event.first)) once.set(one.event.first, one)
  return [...once.values()].sort((a, b) => a.event.on.compareTo(b.event.on) || a.for.compareTo(b.for))
}

/** The bookings for a day that stand and were not yet held, by the first version of each. */
export const standingBooking = (facts: CaseFacts, kind: ConferenceKind, day: LocalDate): readonly string[] =>
  bookingsOf(facts, kind)
    .filter((one) => one.end === null && one.held === undefined && one.for.equals(day))
    .map(({ event }) => event.first)
