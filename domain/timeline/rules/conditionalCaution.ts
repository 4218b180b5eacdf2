import { ofKind } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import type { CaseRuleInput } from '../ruleInput'
import { caseOutcome } from './caseOutcome'

/**
 * From a conditional caution given to its end: met, or taken to court. The first of its reminders is the one to ask social care for compliance: it is left out once
 * that has been asked; a rule with a single reminder keeps it.
 */
export function conditionalCaution(input: CaseRuleInput): Drafted[] {
  const { children, all, firstOf, rules, calendar, liveSince } = input
  return ofKind(all, 'caution-given').flatMap((caution) => {
    const names = ({ data }: { readonly data: { readonly caution: string } }): boolean =>
      firstOf(data.caution) === caution.first
    const end = caseOutcome(children, caution, () => ofKind(all, 'caution-ended').find(names))
    if (end === undefined) return []
    const [ask, ...others] = rules.at({ triggerOn: caution.on, end })?.rule.reminders ?? []
    const isAsked = others.length > 0 && ofKind(all, 'caution-compliance-asked').some(names)
    return buildObligation({ rules, subject: 'case', trigger: caution, end, liveSince }, calendar).map((draft) =>
      isAsked ? { ...draft, reminders: draft.reminders.filter(({ step }) => step !== ask?.step) } : draft,
    )
  })
}
