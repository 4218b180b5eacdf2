import { earlier, ofKind, type End } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/**
 * 15 working days from the strategy discussion that opens the enquiry to the initial conference, a decision that none is needed, or the
 * enquiry's end without one. An enquiry that ends by calling a conference does not meet it. A later discussion starts its own.
 */
export function strategyToIcpc({ history, referrals, rule, calendar, liveSince }: RuleInput): Drafted[] {
  const opening = ofKind(history.events, 'strategy-discussion').filter((event) => event.data.opensSection47)
  const meeting = ofKind(history.events, 'icpc-held', 'icpc-not-required', 'section-47-ended')
  return opening.map((strategy, index) => {
    const next = opening[index + 1]
    const met = meeting.find((event) => {
      if (event.on.isBefore(strategy.on)) return false
      if (event.kind !== 'section-47-ended')
        return next === undefined || event.on.isBefore(next.on) || event.on.equals(strategy.on)
      if (event.data.outcome !== 'no-conference') return false
      return event.data.enquiry === undefined
        ? next === undefined || event.on.isBefore(next.on)
        : event.data.enquiry === strategy.id || event.data.enquiry === strategy.first
    })
    const closed =
      referrals.find(
        (referral) =>
          !referral.receivedOn.isAfter(strategy.on) &&
          (referral.end === null || !referral.end.on.isBefore(strategy.on)),
      )?.end ?? null
    const birthday: End | null = history.adultOn === null ? null : { by: 'birthday', on: history.adultOn }
    const ground = [closed, history.left, birthday].reduce<End | null>(earlier, null)
    return buildObligation(
      {
        rule,
        subject: history.child.id,
        trigger: strategy,
        bookedFor: bookingFor(history, 'icpc-booked', strategy.on),
        end: outcomeOf(met, ground),
        liveSince,
      },
      calendar,
    )
  })
}
