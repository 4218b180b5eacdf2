import { birthdayOf, earlier, ofKind, type End } from '../../chronology/childHistory'
import type { Referral } from '../../chronology/referrals'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

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

const during = (event: { readonly on: Referral['receivedOn'] }, { receivedOn, end }: Referral): boolean =>
  !event.on.isBefore(receivedOn) && (end === null || !event.on.isAfter(end.on))

/**
 * Whether a referral came with a transfer-in conference: notified by the day it was accepted, the conference not yet held when it was received.
 * A later notice comes with another matter and leaves the assessment that runs; a conference nobody was notified of counts at any time.
 */
function comesWithTransfer({ events }: RuleInput['history'], referral: Referral): boolean {
  const notices = ofKind(events, 'transfer-in-notified')
  const held = ofKind(events, 'transfer-in-conference-held')
  const announced = notices.some(
    ({ on }) =>
      referral.accepted !== null &&
      !on.isAfter(referral.accepted.on) &&
      !held.some((conference) => !conference.on.isBefore(on) && conference.on.isBefore(referral.receivedOn)),
  )
  return announced || held.some((event) => during(event, referral) && !notices.some(({ on }) => !on.isAfter(event.on)))
}
