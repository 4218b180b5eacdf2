import type { LocalDate } from '@js-joda/core'
import { birthdayOf, earlier, leftSince, type End } from '../../chronology/childHistory'
import { closingSince } from '../../chronology/closingSince'
import type { ChildState } from '../ruleInput'

type About = Pick<ChildState, 'history' | 'referrals'>

/**
 * What ends a child's matter that began on a day without meeting it: the closing of the case, the child's leaving, the eighteenth birthday. What is decided
 * on a referral ends no enquiry: that takes a conference, the decision that none is needed, or the enquiry's own end (handbook 3, strategy-to-icpc).
 */
export const caseGround = ({ history, referrals }: About, since: LocalDate): End | null =>
  [closingSince(history, referrals, since), leftSince(history, since), birthdayOf(history)].reduce<End | null>(
    earlier,
    null,
  )
