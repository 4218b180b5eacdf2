import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { caseGround } from './caseGround'
import { enquiries } from './enquiries'

/**
 * 15 working days from the strategy discussion that opens the enquiry to the initial conference, a decision that none is needed, or the
 * enquiry's end without one. An enquiry that ends by calling a conference does not meet it. A later discussion starts its own; one conference
 * answers every enquiry that is open.
 */
export function strategyToIcpc(input: RuleInput): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  return enquiries(history).flatMap(({ strategy, answered }) => {
    const end = outcomeOf(answered, caseGround(input, strategy.on))
    const bookedFor = bookingFor(history, 'icpc-booked', { since: strategy.on, end })
    return buildObligation({ rules, subject: history.child.id, trigger: strategy, bookedFor, end, liveSince }, calendar)
  })
}
