import { ofKind } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { caseGround } from './caseGround'

/**
 * 5 working days from the decision on a referral, whatever was decided, until the referrer is told. No further action ends the referral and leaves
 * the feedback owed; closing the case ends it, and a decision recorded after the case had closed starts none. Telling the referrer names
 * no referral: it answers every decision that is open.
 */
export function referrerFeedback(input: RuleInput): Drafted[] {
  const { history, referrals, rules, calendar, liveSince } = input
  const told = ofKind(history.events, 'referrer-told')
  return referrals.flatMap(({ decided, end: ended }) => {
    if (decided === null || ended?.on.isBefore(decided.on) === true) return []
    const met = told.find(({ on }) => !on.isBefore(decided.on))
    const end = outcomeOf(met, caseGround(input, decided.on))
    return buildObligation({ rules, subject: history.child.id, trigger: decided, end, liveSince }, calendar)
  })
}
