import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from './childHistory'
import { isClosedOn } from './isClosedOn'
import type { Referral } from './referrals'

/** What brings back a child that had left. */
const BACK = ['referral-received', 'case-reopened', 'worker-allocated'] as const

/**
 * Whether an allocated worker still has something to hold at the end of a day: the child is alive, under 18 and has not left, and the case is not
 * closed for it. Whether the worker's end was recorded says nothing of that.
 */
export function canBeHeldOn(history: ChildHistory, referrals: readonly Referral[], day: LocalDate): boolean {
  const { adultOn, died } = history
  if (adultOn !== null && !day.isBefore(adultOn)) return false
  if (died !== null && !day.isBefore(died.on)) return false
  return !hasLeftBy(history, day) && !isClosedOn(history, referrals, day)
}

/** Whether a child has left by a day and nothing recorded since has brought it back. */
function hasLeftBy({ events }: ChildHistory, day: LocalDate): boolean {
  const left = ofKind(events, 'child-left').findLast(({ on }) => !on.isAfter(day))
  return left !== undefined && !ofKind(events, ...BACK).some(({ on }) => on.isAfter(left.on) && !on.isAfter(day))
}
