import { LocalDate } from '@js-joda/core'
import type { EventOf } from '../../chronology/chronologyEvent'
import { asEnd, earlier, ofKind, type ChildHistory, type End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { onePerDay } from './onePerDay'

type Booked = Effective<EventOf<'icpc-booked'> | EventOf<'review-booked'>>
type Held = Effective<EventOf<'icpc-held'> | EventOf<'review-held'>>

export interface BookedConference {
  readonly booking: Booked
  /** The day it is booked for. */
  readonly for: LocalDate
  /** The conference it was a booking of, once that was held, and the one before that. */
  readonly held: Held | undefined
  readonly before: Held | undefined
  /** Taken back, or replaced by a later booking. */
  readonly end: End | null
}

const dayOf = ({ data }: Booked): LocalDate => LocalDate.parse(data.for)

/** Held since a booking was made. On the day of a conference the next one is booked, unless the booking is for that very day. */
const heldSince = ({ on }: Held, booking: Booked): boolean =>
  on.isAfter(booking.on) || (on.equals(booking.on) && !dayOf(booking).isAfter(on))

/**
 * The bookings of a child's conferences of one kind, with the conference each was of. A later booking that stands replaces an earlier one, or ends what
 * was left of it once its conference was held. Of reviews two may be booked ahead: where one was held between the two days booked, each had its own.
 */
export function bookedConferences(
  history: ChildHistory,
  kinds: { readonly booked: Booked['kind']; readonly held: Held['kind'] },
): readonly BookedConference[] {
  const { events, firstOf } = history
  const cancellations = ofKind(events, 'meeting-cancelled')
  const cancelledBy = ({ first }: Booked) => cancellations.find(({ data }) => firstOf(data.booking) === first)
  const all = ofKind(events, kinds.booked)
  const standing = all.filter((booking) => cancelledBy(booking) === undefined)
  const stands = new Set(standing)
  const isOneAtATime = kinds.booked === 'icpc-booked'
  const conferences = onePerDay(ofKind(events, kinds.held))
  return all.map((booking, index) => {
    const day = dayOf(booking)
    const replacing = all.find(
      (later, place) =>
        place > index &&
        stands.has(later) &&
        (isOneAtATime ||
          !conferences.some((one) => heldSince(one, later) && !one.on.isBefore(day) && one.on.isBefore(dayOf(later)))),
    )
    const end = earlier(asEnd(cancelledBy(booking)), asEnd(replacing))
    const known = conferences.filter(({ on }) => end === null || !on.isAfter(end.on))
    // Of one held before the day booked for another booking may be: then this one is of the next.
    const isOfAnother = (one: Held, previous: Held | undefined): boolean =>
      !isOneAtATime &&
      one.on.isBefore(day) &&
      standing.some(
        (other) =>
          other !== booking &&
          !dayOf(other).isAfter(one.on) &&
          (previous === undefined || dayOf(other).isAfter(previous.on)),
      )
    const at = known.findIndex((one, place) => heldSince(one, booking) && !isOfAnother(one, known[place - 1]))
    return { booking, for: day, held: known[at], before: at === -1 ? known.at(-1) : known[at - 1], end }
  })
}
