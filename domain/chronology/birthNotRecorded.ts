import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from './childHistory'
import { isClosedOn } from './isClosedOn'
import type { Problem } from './problem'
import type { Referral } from './referrals'

/**
 * A child who was expected by a day that has passed, and of whom no birth is recorded: until it is, a visit to the parents counts as one, and nobody sees that the
 * child was not seen. Nothing is guessed of the child; the case says what is missing, while it is open and the child is part of it. `day`: how far the
 * facts are known; null when there are none.
 */
export function birthNotRecorded(
  { child, events, bornOn }: ChildHistory,
  referrals: readonly Referral[],
  day: LocalDate | null,
): readonly Problem[] {
  if (bornOn !== null || child.expectedOn === null || day?.isAfter(child.expectedOn) !== true) return []
  if (ofKind(events, 'child-left').length > 0 || isClosedOn({ events }, referrals, day)) return []
  return [
    {
      events: [],
      problem: `child ${child.id} was expected by a day that has passed, and no birth is recorded; record the birth (child-born), or correct the expected day: until then visits to the parents count as visits to the child`,
    },
  ]
}
