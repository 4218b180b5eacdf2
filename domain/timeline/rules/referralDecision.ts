import { birthdayOf, earlier } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/**
 * 1 working day from the referral received to its decision, whatever is decided. A second referral while one is open has no clock. A decision
 * recorded without its threshold reason meets it: imports carry none, and whoever records one is asked for it.
 */
export function referralDecision({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  return referrals.flatMap((referral) => {
    const trigger = { first: referral.first, kind: 'referral-received' as const, on: referral.receivedOn }
    const end = outcomeOf(referral.decided ?? undefined, earlier(referral.end, birthdayOf(history)))
    return buildObligation({ rules, subject: history.child.id, trigger, end, liveSince }, calendar)
  })
}
