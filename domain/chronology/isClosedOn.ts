import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from './childHistory'
import { isOpenOn, type Referral } from './referrals'

/** Whether the case stands closed for a child at the end of a day: closed, not reopened, and no new referral open. */
export function isClosedOn(
  { events }: Pick<ChildHistory, 'events'>,
  referrals: readonly Referral[],
  day: LocalDate,
): boolean {
  const turn = ofKind(events, 'case-closed', 'case-reopened').findLast(({ on }) => !on.isAfter(day))
  return turn?.kind === 'case-closed' && !referrals.some((referral) => isOpenOn(referral, day))
}
