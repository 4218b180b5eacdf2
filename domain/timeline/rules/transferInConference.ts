import { ofKind } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { caseGround } from './caseGround'
import { onePerDay } from './onePerDay'

/** 15 working days from another authority's notice to the transfer-in conference. One conference answers every notice that is open. */
export function transferInConference(input: RuleInput): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  const held = ofKind(history.events, 'transfer-in-conference-held')
  return onePerDay(ofKind(history.events, 'transfer-in-notified')).flatMap((notice) => {
    const met = held.find(({ on }) => !on.isBefore(notice.on))
    const end = outcomeOf(met, caseGround(input, notice.on))
    const bookedFor = bookingFor(history, 'transfer-in-conference-booked', { since: notice.on, end })
    return buildObligation({ rules, subject: history.child.id, trigger: notice, bookedFor, end, liveSince }, calendar)
  })
}
