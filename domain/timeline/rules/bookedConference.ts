import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import { bookings, heldKind, type Booking } from '../bookings'
import { onePerDay } from './onePerDay'

type Conference = 'icpc-booked' | 'review-booked'
type Held = NonNullable<Booking<Conference>['held']>

export interface BookedConference extends Booking<Conference> {
  /** The conference before the one it was a booking of, or before the next one where that is not yet held. */
  readonly before: Held | undefined
}

/** The bookings of a child's conferences of one kind, with the conference each was of and the one before that. */
export function bookedConferences(history: ChildHistory, kind: Conference): readonly BookedConference[] {
  const conferences = onePerDay<Held>(ofKind(history.events, heldKind(kind)))
  return bookings(history, kind).map((booking) => ({ ...booking, before: before(booking, conferences) }))
}

const before = ({ held, end }: Booking<Conference>, conferences: readonly Held[]): Held | undefined =>
  held === undefined
    ? conferences.findLast(({ on }) => end === null || !on.isAfter(end.on))
    : conferences.findLast(({ on }) => on.isBefore(held.on))
