import { asEnd, birthdayOf, earlier, leftSince, ofKind, type End } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/**
 * 15 working days from the strategy discussion that opens the enquiry to the initial conference, a decision that none is needed, or the
 * enquiry's end without one. An enquiry that ends by calling a conference does not meet it. A later discussion starts its own; one conference
 * answers every enquiry that is open.
 */
export function strategyToIcpc({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const opening = ofKind(history.events, 'strategy-discussion').filter((event) => event.data.opensSection47)
  const meeting = ofKind(history.events, 'icpc-held', 'icpc-not-required', 'section-47-ended')
  const closings = ofKind(history.events, 'case-closed')
  return opening.flatMap((strategy) => {
    const met = meeting.find((event) => {
      if (event.on.isBefore(strategy.on)) return false
      if (event.kind !== 'section-47-ended') return true
      const { outcome, enquiry } = event.data
      return outcome === 'no-conference' && (enquiry === undefined || history.firstOf(enquiry) === strategy.first)
    })
    const referral = referrals.findLast(
      ({ receivedOn, end }) => !receivedOn.isAfter(strategy.on) && (end === null || !end.on.isBefore(strategy.on)),
    )
    const closed =
      referral === undefined
        ? asEnd(closings.find(({ on }) => !on.isBefore(strategy.on)))
        : // The case reopened does not open the enquiry again.
          earlier(
            referral.closures.find((closure) => !closure.closed.on.isBefore(strategy.on))?.closed ?? null,
            referral.end,
          )
    const ground = [closed, leftSince(history, strategy.on), birthdayOf(history)].reduce<End | null>(earlier, null)
    const end = outcomeOf(met, ground)
    return buildObligation(
      {
        rules,
        subject: history.child.id,
        trigger: strategy,
        bookedFor: bookingFor(history, 'icpc-booked', { since: strategy.on, end }),
        end,
        liveSince,
      },
      calendar,
    )
  })
}
