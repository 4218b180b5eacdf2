import { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import type { Outcome } from './obligation'

type Booked =
  'icpc-booked' | 'review-booked' | 'core-group-booked' | 'transfer-in-conference-booked' | 'cin-review-booked'

interface Meeting {
  /** The day of the trigger. */
  readonly since: LocalDate
  /** How the obligation ended: one that was met shows no booking for a later day, which is that of the next meeting. */
  readonly end: Outcome
}

interface Booking {
  readonly on: LocalDate
  readonly for: LocalDate
}

/** Read once for all the obligations of a child. */
const read = new WeakMap<ChildHistory, Map<Booked, readonly Booking[]>>()

/**
 * The day the next meeting after the trigger is booked for: by the latest booking since the trigger, else by the latest one before it; cancelled
 * bookings, and those of meetings up to the trigger's own day, are none.
 */
export function bookingFor(history: ChildHistory, kind: Booked, { since, end }: Meeting): LocalDate | null {
  const isNext = (booking: Booking): boolean =>
    booking.for.isAfter(since) && (end.outcome !== 'met' || !booking.for.isAfter(end.on))
  const bookings = bookingsOf(history, kind)
  // In order of the day they were made: the latest one is since the trigger, if any is.
  return bookings.findLast(isNext)?.for ?? null
}

function bookingsOf(history: ChildHistory, kind: Booked): readonly Booking[] {
  const kinds = read.get(history) ?? new Map<Booked, readonly Booking[]>()
  read.set(history, kinds)
  const known = kinds.get(kind)
  if (known !== undefined) return known
  const cancelled = new Set(
    ofKind(history.events, 'meeting-cancelled').map(({ data }) => history.firstOf(data.booking)),
  )
  const bookings = ofKind(history.events, kind)
    .filter((event) => !cancelled.has(event.first))
    .map((event) => ({ on: event.on, for: LocalDate.parse(event.data.for) }))
  kinds.set(kind, bookings)
  return bookings
}
