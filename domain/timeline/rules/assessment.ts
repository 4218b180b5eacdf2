import { birthdayOf, earlier, ofKind, type End } from '../../chronology/childHistory'
import type { Referral } from '../../chronology/referrals'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/** 45 working days from the referral, once accepted; none for a referral that comes with a transfer-in conference. */
export function assessment({ history, referrals, rule, calendar, liveSince }: RuleInput): Drafted[] {
  const authorised = ofKind(history.events, 'assessment-authorised')
  return referrals.flatMap((referral) => {
    if (referral.accepted === null || comesWithTransfer(history.events, referral)) return []
    const met =
      authorised.find(({ data }) => data.referral !== undefined && history.firstOf(data.referral) === referral.first) ??
      authorised.find((event) => event.data.referral === undefined && during(event, referral))
    const trigger = { first: referral.first, kind: 'referral-received' as const, on: referral.receivedOn }
    return [
      buildObligation(
        {
          rule,
          subject: history.child.id,
          trigger,
          end: outcomeOf(met, [referral.end, birthdayOf(history)].reduce<End | null>(earlier, null)),
          liveSince,
        },
        calendar,
      ),
    ]
  })
}

const during = (event: { readonly on: Referral['receivedOn'] }, { receivedOn, end }: Referral): boolean =>
  !event.on.isBefore(receivedOn) && (end === null || !event.on.isAfter(end.on))

const comesWithTransfer = (events: RuleInput['history']['events'], referral: Referral): boolean =>
  ofKind(events, 'transfer-in-notified', 'transfer-in-conference-held').some((event) => during(event, referral))
