import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import { childHistories } from '../chronology/childHistory'
import type { EventKind } from '../chronology/eventKinds'
import { bookings, type Booking, type BookingKind } from '../timeline/bookings'
import type { ConferenceKind } from './conferenceKind'

/** The fact that books each kind of conference. */
export const BOOKS = {
  initial: 'icpc-booked',
  'transfer-in': 'transfer-in-conference-booked',
  review: 'review-booked',
  'core-group': 'core-group-booked',
} as const satisfies Readonly<Record<ConferenceKind, BookingKind>>

/** Which conference a fact books; undefined for every other fact. */
export const conferenceBooked = (kind: EventKind): ConferenceKind | undefined =>
  (Object.keys(BOOKS) as ConferenceKind[]).find((conference) => BOOKS[conference] === kind)

type Booked = Booking<(typeof BOOKS)[ConferenceKind]>

/** Whose conference, of which kind. */
export interface BookedFor {
  readonly kind: ConferenceKind
  readonly children: readonly string[]
}

/** Every booking of this kind that any of these children has, once each, by the event. In order of the day it was made. */
export function bookingsOf(facts: CaseFacts, { kind, children }: BookedFor): readonly Booked[] {
  const all = childHistories(facts)
    .children.filter((history) => children.includes(history.child.id))
    .flatMap((history): readonly Booked[] => bookings(history, BOOKS[kind]))
  const once = new Map<string, Booked>()
  for (const one of all) if (!once.has(one.event.first)) once.set(one.event.first, one)
  return [...once.values()].sort((a, b) => a.event.on.compareTo(b.event.on) || a.for.compareTo(b.for))
}

/** The bookings for a day that stand and were not yet held, by the first version of each. */
export const standingBooking = (facts: CaseFacts, whose: BookedFor, day: LocalDate): readonly string[] =>
  bookingsOf(facts, whose)
    .filter((one) => one.end === null && one.held === undefined && one.for.equals(day))
    .map(({ event }) => event.first)
