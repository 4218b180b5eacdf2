import { birthdayOf, earlier } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { visitsCounted } from './childSeen'

/**
 * 10 working days from the referral accepted to a visit with the child seen, also where a transfer-in conference leaves no assessment to run; before birth any
 * visit to the parents counts. An assessment authorised without one leaves it late: that is what a manager has to know.
 */
export function assessmentChildSeen({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const seen = visitsCounted(history)
  return referrals.flatMap((referral) => {
    const { accepted, decided } = referral
    if (accepted === null || decided === null) return []
    const met = seen.find(({ on }) => !on.isBefore(accepted.on))
    const end = outcomeOf(met, earlier(referral.end, birthdayOf(history)))
    return buildObligation({ rules, subject: history.child.id, trigger: decided, end, liveSince }, calendar)
  })
}
