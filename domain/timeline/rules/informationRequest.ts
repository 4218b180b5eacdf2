import { ofKind } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import type { CaseRuleInput } from '../ruleInput'
import { caseOutcome } from './caseOutcome'

/** From information asked of an agency to the answer that names the request. */
export function informationRequest(input: CaseRuleInput): Drafted[] {
  const { children, all, firstOf, rules, calendar, liveSince } = input
  const answers = ofKind(all, 'information-answered')
  return ofKind(all, 'information-requested').flatMap((request) => {
    const answer = answers.find(({ data }) => firstOf(data.request) === request.first)
    const end = caseOutcome(children, request, () => answer)
    if (end === undefined) return []
    return buildObligation({ rules, subject: 'case', trigger: request, end, liveSince }, calendar)
  })
}
