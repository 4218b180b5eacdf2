import type { LocalDate } from '@js-joda/core'
import type { ChildHistory } from '../chronology/childHistory'
import { bookings, type Booking, type BookingKind } from './bookings'
import type { Outcome } from './obligation'

interface Meeting {
  /** The day of the trigger. */
  readonly since: LocalDate
  /** How the obligation ended: one that was met shows no booking for a later day, which is that of the next meeting. */
  readonly end: Outcome
}

/**
 * The day the next meeting after the trigger is booked for: of the bookings that stand, made since the trigger or before it, the soonest that was not yet held.
 * Bookings of meetings up to the trigger's own day are none. Where only one is left that a meeting held long before it might have been, it is shown.
 */
export function bookingFor(history: ChildHistory, kind: BookingKind, { since, end }: Meeting): LocalDate | null {
  const next = bookings(history, kind)
    .filter((one) => one.for.isAfter(since) && stood(one, end))
    .sort((a, b) => a.for.compareTo(b.for))
  if (end.outcome === 'met') return next.findLast((one) => !one.for.isAfter(end.on))?.for ?? null
  return (next.find(({ held }) => held === undefined) ?? next[0])?.for ?? null
}

/** Whether a booking stands, or stood when the obligation ended: one made after a plan had ended is of the next. */
const stood = ({ event, end: gone }: Booking, end: Outcome): boolean =>
  end.outcome === 'open'
    ? gone === null
    : (gone === null || !gone.on.isBefore(end.on)) && (end.outcome === 'met' || !event.on.isAfter(end.on))
