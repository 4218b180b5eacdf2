import type { LocalDate } from '@js-joda/core'
import { bookingProblem, type Booking } from './bookingProblem'

/** A conference that is due, and for whom. */
export interface DueConference {
  readonly agreed: LocalDate | null
  /** The day it runs from. */
  readonly since: LocalDate
  readonly limitOn: LocalDate
  readonly children: readonly string[]
}

interface Recorded extends Pick<Booking, 'for' | 'today' | 'reason' | 'approved'> {
  readonly children: readonly string[]
  /** The day of the booking that it corrects. */
  readonly corrects: LocalDate | null
}

/**
 * Why a booking of which nobody says which conference it is of cannot stand, or undefined when it can. For each of its children one of the conferences that are due has to take it; a
 * day after the one that is agreed is the next of a series, unless it corrects that one.
 */
export function seriesProblem(
  due: readonly DueConference[],
  { children, corrects, ...booking }: Recorded,
): string | undefined {
  for (const child of children) {
    const own = due.filter((one) => one.children.includes(child) && one.since.isBefore(booking.for))
    const problems = own.map(({ agreed, limitOn }) => {
      const isNext = corrects === null && agreed?.isBefore(booking.for) === true
      return isNext ? undefined : bookingProblem({ ...booking, limitOn, agreed: corrects ?? agreed })
    })
    if (problems.length > 0 && problems.every((problem) => problem !== undefined)) return problems[0]
  }
  return undefined
}
