import { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'

type Booked = 'icpc-booked' | 'review-booked' | 'core-group-booked' | 'transfer-in-conference-booked'

/**
 * The day the next meeting after the trigger is booked for: by the latest booking since the trigger, else by the latest one before it; cancelled
 * bookings, and those of meetings up to the trigger's own day, are none.
 */
export function bookingFor(history: ChildHistory, kind: Booked, since: LocalDate): LocalDate | null {
  const cancelled = new Set(
    ofKind(history.events, 'meeting-cancelled').map(({ data }) => history.firstOf(data.booking)),
  )
  const bookings = ofKind(history.events, kind)
    .filter((event) => !cancelled.has(event.first))
    .map((event) => ({ on: event.on, for: LocalDate.parse(event.data.for) }))
    .filter((booking) => booking.for.isAfter(since))
  return (bookings.findLast(({ on }) => !on.isBefore(since)) ?? bookings.at(-1))?.for ?? null
}
