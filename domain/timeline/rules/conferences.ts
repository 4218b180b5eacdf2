import { earlier, ofKind } from '../../chronology/childHistory'
import { closingSince } from '../../chronology/closingSince'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { circulated } from './circulated'
import { onePerDay } from './onePerDay'

const CONFERENCES = ['icpc-held', 'transfer-in-conference-held', 'review-held'] as const

/**
 * From every conference held until its decision, or its record, is circulated. Neither the plan's end nor the child's leaving ends it, for the
 * conference was held and people wait to hear of it; only death and the closing of the case do.
 */
function afterConferences(
  { history, referrals, rules, calendar, liveSince }: RuleInput,
  of: 'decision' | 'record',
): Drafted[] {
  return CONFERENCES.flatMap((kind) => onePerDay(ofKind(history.events, kind))).flatMap((conference) => {
    const ground = earlier(history.died, closingSince(history, referrals, conference.on))
    const end = outcomeOf(circulated(history, of, conference), ground)
    return buildObligation({ rules, subject: history.child.id, trigger: conference, end, liveSince }, calendar)
  })
}

/** 1 working day from a conference to its decision circulated. */
export const conferenceDecision = (input: RuleInput): Drafted[] => afterConferences(input, 'decision')

/** 20 working days from a conference to its record circulated. */
export const conferenceRecord = (input: RuleInput): Drafted[] => afterConferences(input, 'record')
