import type { LocalDate } from '@js-joda/core'
import { birthdayOf, earlier, leftSince, type End } from '../../chronology/childHistory'
import { closingSince } from '../../chronology/closingSince'
import type { ChildState } from '../ruleInput'

type About = Pick<ChildState, 'history' | 'referrals'>

/** What ends a child's matter that began on a day without meeting it: the closing of the case, the child's leaving, the eighteenth birthday. */
export const caseGround = ({ history, referrals }: About, since: LocalDate): End | null =>
  [closingSince(history, referrals, since), leftSince(history, since), birthdayOf(history)].reduce<End | null>(
    earlier,
    null,
  )

/** The same of an enquiry, which also ends where the referral it belongs to is taken no further. */
export function enquiryGround({ history, referrals }: About, since: LocalDate): End | null {
  const referral = referrals.findLast(
    ({ receivedOn, end }) => !receivedOn.isAfter(since) && (end === null || !end.on.isBefore(since)),
  )
  return earlier(caseGround({ history, referrals }, since), referral?.end ?? null)
}
