import { asEnd, earlier, ofKind, type End } from '../../chronology/childHistory'
import { bookingFor } from '../bookingFor'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { caseGround } from './caseGround'
import { onePerDay } from './onePerDay'

const BOOKING_OF = {
  'icpc-held': 'icpc-booked',
  'transfer-in-conference-held': 'transfer-in-conference-booked',
  'review-held': 'review-booked',
  'core-group-held': 'core-group-booked',
} as const

type Held = keyof typeof BOOKING_OF

/**
 * 10 working days from a conference or core group that was inquorate until one of its kind is held quorate on a later day. One held again and
 * inquorate again ends it and opens its own. It ends with the plan it was held under. Quorum not recorded counts as quorate; of two records of one
 * day the one that says inquorate is believed.
 */
export const reconvene = (input: RuleInput): Drafted[] =>
  (Object.keys(BOOKING_OF) as Held[]).flatMap((kind) => heldAgain(input, kind))

function heldAgain(input: RuleInput, kind: Held): Drafted[] {
  const { history, plans, rules, calendar, liveSince } = input
  const held = ofKind(history.events, kind)
  const inquorate = onePerDay(held.filter(({ data }) => data.quorate === false))
  return inquorate.flatMap((meeting, index) => {
    const again = held.find(({ on }) => on.isAfter(meeting.on))
    const once = inquorate[index + 1]
    const repeat = again !== undefined && once?.on.equals(again.on) === true ? once : undefined
    const plan = plans.findLast(
      ({ startedOn, end }) => !startedOn.isAfter(meeting.on) && end?.on.isBefore(meeting.on) !== true,
    )
    const ground = [asEnd(repeat), plan?.end ?? null, caseGround(input, meeting.on)].reduce<End | null>(earlier, null)
    const end = outcomeOf(repeat === undefined ? again : undefined, ground)
    const bookedFor = bookingFor(history, BOOKING_OF[kind], { since: meeting.on, end })
    return buildObligation({ rules, subject: history.child.id, trigger: meeting, bookedFor, end, liveSince }, calendar)
  })
}
