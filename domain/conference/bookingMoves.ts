import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import { bookingsOf, type BookedFor } from './bookingsOfConference'

/** A booking that was made of a conference. Days are ISO dates. */
export interface BookingMade {
  readonly madeOn: string
  readonly for: string
  /** Another took its place, or it was cancelled, before it was held. */
  readonly moved: boolean
  readonly reason: string | null
  /** A person's id. */
  readonly approvedBy: string | null
}

interface Conference extends BookedFor {
  /** The day it runs from, and the day it was held. */
  readonly since: LocalDate
  readonly heldOn: LocalDate | null
}

/** The bookings of one conference, to the day it was held: each that was moved is counted, and shown. What stood then for a later day is of the next one. */
export const bookingMoves = (facts: CaseFacts, { since, heldOn, ...whose }: Conference): readonly BookingMade[] =>
  bookingsOf(facts, whose)
    .filter((one) => one.for.isAfter(since) && (heldOn === null || isBefore(one, heldOn)))
    .map(({ event, for: day, end, held }) => ({
      ...{ madeOn: event.on.toString(), for: day.toString(), moved: end !== null && held === undefined },
      ...{ reason: event.data.reason ?? null, approvedBy: event.data.approvedBy ?? null },
    }))

const isBefore = ({ event, for: day, end, held }: ReturnType<typeof bookingsOf>[number], heldOn: LocalDate): boolean =>
  held?.on.equals(heldOn) === true ||
  (!event.on.isAfter(heldOn) && (!day.isAfter(heldOn) || (end !== null && !end.on.isAfter(heldOn))))
