import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'

/** How a child protection plan ended. `case-closed`: it had no end of its own. */
export interface PlanEnd extends End {
  readonly ground: 'ended' | 'case-closed'
}

/**
 * The first of: a quorate review that ends it, a recorded end, the child's leaving, the eighteenth birthday, the closing of the case. A closing
 * that was followed by a reopening ends no plan, so that none is left without a review date. What ended the plan before ends no other.
 */
export function planEnd(
  history: ChildHistory,
  start: Pick<Effective, 'first' | 'on'>,
  before: End | null,
): PlanEnd | null {
  const { events, firstOf } = history
  const sameDay = before?.on.equals(start.on) === true
  const later = ({ on }: { readonly on: LocalDate }): boolean =>
    sameDay ? on.isAfter(start.on) : !on.isBefore(start.on)
  const review = ofKind(events, 'review-held').find(
    (held) => later(held) && held.data.outcome === 'end' && held.data.quorate !== false,
  )
  const ended = ofKind(events, 'plan-ended').find(
    ({ on, data: { plan, of } }) =>
      plan === 'cpp' && (of === undefined ? later({ on }) : firstOf(of) === start.first && !on.isBefore(start.on)),
  )
  const own = [asEnd(review), asEnd(ended), leftSince(history, start.on), birthdayOf(history)].reduce(earlier, null)
  const closed = asEnd(lastClosing(history, later))
  const first = earlier(own, closed)
  return first === null ? null : { ...first, ground: first === own ? 'ended' : 'case-closed' }
}

/** The first closing since the last reopening. */
function lastClosing({ events }: ChildHistory, later: (event: Effective) => boolean): Effective | undefined {
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const reopened = turns.findLastIndex(({ kind }) => kind === 'case-reopened')
  return turns.slice(reopened + 1).find(later)
}
