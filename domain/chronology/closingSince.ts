import type { LocalDate } from '@js-joda/core'
import { asEnd, type ChildHistory, type End } from './childHistory'
import { closings } from './closings'
import type { Referral } from './referrals'

/**
 * The closing of the case that stops what began on a day for a child: the first that stands, on or after it. Not the one that ended the referral before (a new
 * one may come in on the day the last one closed), nor one lifted by a reopening on that very day. One that was taken back only interrupts.
 */
export function closingSince(history: ChildHistory, referrals: readonly Referral[], since: LocalDate): End | null {
  const current = referrals.findLastIndex(({ receivedOn }) => !receivedOn.isAfter(since))
  const before = new Set(referrals.slice(0, Math.max(0, current)).map(({ end }) => end?.by))
  const stops = closings(history).find(
    ({ closed: { id, on }, reopened, takenBack }) =>
      takenBack === null && !on.isBefore(since) && !before.has(id) && reopened?.on.equals(since) !== true,
  )
  return asEnd(stops?.closed)
}
