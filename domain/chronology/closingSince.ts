import type { LocalDate } from '@js-joda/core'
import { asEnd, ofKind, type ChildHistory, type End } from './childHistory'
import type { Referral } from './referrals'

/**
 * The closing of the case that stops what began on a day for a child: the first on or after it. Not the one that ended the referral before (a new
 * one may come in on the day the last one closed), nor one lifted by a reopening on that very day. Reopening the case does not start it again.
 */
export function closingSince({ events }: ChildHistory, referrals: readonly Referral[], since: LocalDate): End | null {
  const current = referrals.findLastIndex(({ receivedOn }) => !receivedOn.isAfter(since))
  const before = new Set(referrals.slice(0, Math.max(0, current)).map(({ end }) => end?.by))
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const isLifted = (index: number): boolean => {
    const next = turns[index + 1]
    return next?.kind === 'case-reopened' && next.on.equals(since)
  }
  return asEnd(
    turns.find(
      ({ id, kind, on }, index) => kind === 'case-closed' && !on.isBefore(since) && !before.has(id) && !isLifted(index),
    ),
  )
}
