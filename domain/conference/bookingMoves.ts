import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import { bookingsOf } from './bookingsOfConference'
import type { ConferenceKind } from './conferenceKind'

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

/** The bookings of one conference, which runs from `since`, to the day it was held: each that was moved is counted, and shown. */
export const bookingMoves = (
  facts: CaseFacts,
  kind: ConferenceKind,
  { since, heldOn }: { readonly since: LocalDate; readonly heldOn: LocalDate | null },
): readonly BookingMade[] =>
  bookingsOf(facts, kind)
    .filter(
      (one) =>
        one.for.isAfter(since) &&
        (heldOn === null ||
          (!one.event.on.isAfter(heldOn) && !one.for.isAfter(heldOn)) ||
          one.held?.on.equals(heldOn) === true),
    )
    .map(({ event, for: day, end, held }) => ({
      ...{ madeOn: event.on.toString(), for: day.toString(), moved: end !== null && held === undefined },
      ...{ reason: event.data.reason ?? null, approvedBy: event.data.approvedBy ?? null },
    }))
