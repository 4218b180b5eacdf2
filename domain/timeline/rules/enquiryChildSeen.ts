import { asEnd, earlier } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { caseGround } from './caseGround'
import { unborn, visitsCounted } from './childSeen'
import { enquiries } from './enquiries'

/**
 * 1 working day from the strategy discussion that opens the enquiry to a visit with the child seen and seen alone recorded, yes or no; of a child
 * not born yet any visit to the parents. One visit answers every enquiry that is open. The enquiry's own end cancels it; a conference does not,
 * for a child whom nobody recorded as seen.
 */
export function enquiryChildSeen(input: RuleInput): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  const seen = visitsCounted(history).filter(({ on, data }) => data.seenAlone !== undefined || unborn(history, on))
  return enquiries(history).flatMap(({ strategy, ended }) => {
    const met = seen.find(({ on }) => !on.isBefore(strategy.on))
    const end = outcomeOf(met, earlier(caseGround(input, strategy.on), asEnd(ended)))
    return buildObligation({ rules, subject: history.child.id, trigger: strategy, end, liveSince }, calendar)
  })
}
