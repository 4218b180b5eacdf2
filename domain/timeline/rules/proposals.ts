import { ofKind } from '../../chronology/childHistory'
import type { EventKind } from '../../chronology/eventKinds'
import { buildObligation, type Drafted } from '../buildObligation'
import type { CaseRuleInput } from '../ruleInput'
import { caseOutcome } from './caseOutcome'
import { repliesTo } from './repliesTo'

/** From a handover proposed to its acceptance by name. */
export const handover = (input: CaseRuleInput): Drafted[] => answered(input, 'handover-proposed', ['handover-accepted'])

/** From a step-down or a closure proposed to its answer: accepted or declined, by name. */
export const handshake = (input: CaseRuleInput): Drafted[] => [
  ...answered(input, 'step-down-proposed', ['step-down-accepted', 'step-down-declined']),
  ...answered(input, 'closure-proposed', ['closure-accepted', 'closure-declined']),
]

function answered(
  { children, all, rules, calendar, liveSince }: CaseRuleInput,
  proposed: EventKind,
  replies: readonly EventKind[],
): Drafted[] {
  const found = new Map(
    children.map(({ history }) => [history.child.id, repliesTo(history.events, { proposed, replies })]),
  )
  return ofKind(all, proposed).flatMap((proposal) => {
    const end = caseOutcome(children, proposal, ({ history }) => found.get(history.child.id)?.get(proposal.first))
    if (end === undefined) return []
    return buildObligation({ rules, subject: 'case', trigger: proposal, end, liveSince }, calendar)
  })
}
