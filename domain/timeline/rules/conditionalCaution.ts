import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { ofKind } from '../../chronology/childHistory'
import type { ReminderRule } from '../../policy/policyPack'
import { buildObligation, type Drafted } from '../buildObligation'
import { minus } from '../dueDate'
import type { CaseRuleInput } from '../ruleInput'
import { caseOutcome } from './caseOutcome'

/**
 * From a conditional caution given to its end: met, or taken to court. The reminder furthest before the due date, wherever the rule lists it, is the one to ask
 * social care for compliance: it is left out once that has been asked; a rule with a single reminder keeps it.
 */
export function conditionalCaution(input: CaseRuleInput): Drafted[] {
  const { children, all, firstOf, rules, calendar, liveSince } = input
  return ofKind(all, 'caution-given').flatMap((caution) => {
    const names = ({ data }: { readonly data: { readonly caution: string } }): boolean =>
      firstOf(data.caution) === caution.first
    const end = caseOutcome(children, caution, () => ofKind(all, 'caution-ended').find(names))
    if (end === undefined) return []
    const asking = rules.at({ triggerOn: caution.on, end })?.rule.reminders ?? []
    const isAsked = asking.length > 1 && ofKind(all, 'caution-compliance-asked').some(names)
    return buildObligation({ rules, subject: 'case', trigger: caution, end, liveSince }, calendar).map((draft) => {
      if (!isAsked) return draft
      const ask = furthest(asking, draft, calendar)
      return { ...draft, reminders: draft.reminders.filter(({ step }) => step !== ask?.step) }
    })
  })
}

/** The reminder that lies furthest before the due date. */
function furthest(
  reminders: readonly ReminderRule[],
  { dueOn, triggerOn }: Drafted,
  calendar: WorkingCalendar,
): ReminderRule | undefined {
  const onOf = ({ back }: ReminderRule) => (back === undefined ? triggerOn : minus(back, dueOn, calendar))
  return [...reminders].sort((a, b) => onOf(a).compareTo(onOf(b)))[0]
}
