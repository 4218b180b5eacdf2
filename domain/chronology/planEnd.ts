import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import { finalClosing } from './finalClosing'

/** How a child protection plan ended. `case-closed`: it had no end of its own. */
export interface PlanEnd extends End {
  readonly ground: 'ended' | 'case-closed'
  /** The first versions of all that ended it that day, the one recorded first in front; none where it was the birthday. A review and the `plan-ended` beside it are one end. */
  readonly names: readonly string[]
}

/** A plan as far as its end asks: the day it started and the first versions of its start and its conference, either of which may name it. */
interface Started {
  readonly on: LocalDate
  readonly names: readonly string[]
}

/**
 * The first of: a quorate review that ends it, a recorded end, the child's leaving, the eighteenth birthday, the closing of the case. A closing
 * that was followed by a reopening ends no plan, so that none is left without a review date. What ended the plan before ends no other, and a
 * review on the very day a plan starts is of the plan before.
 */
export function planEnd(history: ChildHistory, start: Started, before: End | null): PlanEnd | null {
  const { events, firstOf } = history
  const sameDay = before?.on.equals(start.on) === true
  const from = sameDay ? start.on.plusDays(1) : start.on
  const later = ({ on }: { readonly on: LocalDate }): boolean => !on.isBefore(from)
  const review = ofKind(events, 'review-held').find(
    ({ on, data }) => on.isAfter(start.on) && data.outcome === 'end' && data.quorate !== false,
  )
  const theirs = endElsewhere(history, start)
  const ended = ofKind(events, 'plan-ended').find(
    ({ id, on, data: { plan, of } }) =>
      plan === 'cpp' &&
      (of === undefined ? later({ on }) && id !== theirs : start.names.includes(firstOf(of)) && !on.isBefore(start.on)),
  )
  const grounds = [asEnd(review), asEnd(ended), leftSince(history, from), birthdayOf(history)]
  const own = grounds.reduce(earlier, null)
  // Whatever ended the plan before: a plan that starts on the day the case closes is closed with it.
  const closed = finalClosing(history, start.on)
  const first = earlier(own, closed)
  if (first === null) return null
  // In order of date, and of one day as recorded.
  const names = events
    .filter(({ id, on }) => on.equals(first.on) && [...grounds, closed].some((ground) => ground?.by === id))
    .map((event) => event.first)
  return { ...first, ground: first === own ? 'ended' : 'case-closed', names }
}

/**
 * The id of an end without a name that is the end of another authority's plan: of one that ran when ours started, on that day or, being a
 * move, after it.
 */
function endElsewhere({ events, firstOf }: ChildHistory, start: Started): string | undefined {
  const ends = ofKind(events, 'plan-ended').filter(({ data }) => data.plan === 'cpp')
  const ran = ofKind(events, 'plan-started').some(
    ({ on, first, data }) =>
      data.plan === 'cpp' &&
      data.authority === 'other' &&
      !on.isAfter(start.on) &&
      !ends.some(({ data: { of } }) => of !== undefined && firstOf(of) === first),
  )
  return ran
    ? ends.find(
        ({ on, data }) =>
          data.of === undefined && (on.equals(start.on) || (on.isAfter(start.on) && data.reason === 'moved')),
      )?.id
    : undefined
}
