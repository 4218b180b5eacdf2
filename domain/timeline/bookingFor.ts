import { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'

type Booked = 'icpc-booked' | 'review-booked' | 'core-group-booked' | 'transfer-in-conference-booked'

/** The day the latest booking of a meeting is for, if it was made since the trigger and not cancelled. */
export function bookingFor(history: ChildHistory, kind: Booked, since: LocalDate): LocalDate | null {
  const cancelled = new Set(ofKind(history.events, 'meeting-cancelled').map((event) => event.data.booking))
  const booking = ofKind(history.events, kind)
    .filter((event) => !event.on.isBefore(since) && !cancelled.has(event.id) && !cancelled.has(event.first))
    .at(-1)
  return booking === undefined ? null : LocalDate.parse(booking.data.for)
}
