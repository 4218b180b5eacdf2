import { birthdayOf, earlier, ofKind, type End } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { comesWithTransfer, during } from './comesWithTransfer'

/** 45 working days from the referral, once accepted; none for a referral that comes with a transfer-in conference. */
export function assessment({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const authorised = ofKind(history.events, 'assessment-authorised')
  return referrals.flatMap((referral) => {
    if (referral.accepted === null || comesWithTransfer(history, referral)) return []
    const met =
      authorised.find(({ data }) => data.referral !== undefined && history.firstOf(data.referral) === referral.first) ??
      authorised.find((event) => event.data.referral === undefined && during(event, referral))
    const trigger = { first: referral.first, kind: 'referral-received' as const, on: referral.receivedOn }
    return buildObligation(
      {
        rules,
        subject: history.child.id,
        trigger,
        end: outcomeOf(met, [referral.end, birthdayOf(history)].reduce<End | null>(earlier, null)),
        liveSince,
      },
      calendar,
    )
  })
}
