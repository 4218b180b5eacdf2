import type { Role } from '../../access/role'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Rule } from '../../policy/policyPack'
import type { Drafted } from '../buildObligation'
import type { Reminder } from '../obligation'
import type { RuleInput } from '../ruleInput'

/**
 * Flags the review that is ahead when a child on a plan becomes looked after, and asks whoever books it for an early one, at once. The due date stays, and
 * with it every timer; the flag goes when the child is home (handbook 3, Conferences, plans and their ends).
 */
export function askForEarlyReview(drafts: readonly Drafted[], { history, rules }: RuleInput): Drafted[] {
  const since = lookedAfterSince(history)
  return drafts.map((draft) => {
    const rule = rules.at(draft)?.rule
    if (since === undefined || rule === undefined || !isAhead(draft, since)) return draft
    const ask: Reminder = { step: 'at-once', on: since.on, at: 'morning', to: whoBooks(rule) }
    return {
      ...draft,
      reminders: [...draft.reminders, ask].sort((a, b) => a.on.compareTo(b.on)),
      explanation: [...draft.explanation, { step: 'looked-after', on: since.on }],
    }
  })
}

/** Whom the reminder to book asks, without those above, who only hear that nothing is booked; the rule's owner where that leaves nobody. */
function whoBooks({ reminders, ladder, owner }: Rule): readonly Role[] {
  const asked = reminders.find(({ step }) => step.startsWith('book-'))?.to ?? []
  const books = asked.filter((role) => !ladder.some((rung) => rung.role === role))
  return books.length === 0 ? [owner] : books
}

/** The beginning of the time in which the child is looked after now. */
function lookedAfterSince({ events }: ChildHistory): Effective | undefined {
  const turns = ofKind(events, 'looked-after-started', 'looked-after-ended')
  return turns.slice(turns.findLastIndex(({ kind }) => kind === 'looked-after-ended') + 1)[0]
}

/** Whether the review was the next one on that day. */
const isAhead = ({ triggerOn, end }: Drafted, { on }: Effective): boolean =>
  !on.isBefore(triggerOn) && (end.outcome === 'open' || on.isBefore(end.on))
