import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { CaseRuleInput, ChildState } from '../ruleInput'
import { groundSince } from './groundSince'
import { longestKept } from './longestKept'
import { foundOn } from './stall'

interface Vacancy {
  readonly trigger: Effective
  /** Somebody allocated, or the need declined or done. */
  readonly metBy: Effective | undefined
}

/**
 * A specialist role the case needs, with nobody in it: from the need, or from the last specialist's leaving. A service that was declined or done is no
 * vacancy. One vacancy for the case, as long as any of its children has it.
 */
export function specialistVacant({ children, rules, calendar, liveSince }: CaseRuleInput): Drafted[] {
  const drafts = children.flatMap((child) =>
    vacanciesOf(child).flatMap(({ trigger, metBy }) =>
      foundOn(
        {
          rules,
          subject: 'case',
          trigger,
          evidence: [trigger],
          what: () => 'One specialist role that the case needs has nobody in it',
          end: outcomeOf(metBy, groundSince(child, trigger.on)),
          liveSince,
        },
        calendar,
      ),
    ),
  )
  return longestKept(drafts)
}

const specialists = ({ history }: ChildState) =>
  ofKind(history.events, 'specialist-needed', 'specialist-allocated', 'specialist-ended')

const vacanciesOf = (child: ChildState): readonly Vacancy[] =>
  [...new Set(specialists(child).map(({ data }) => data.role))].flatMap((role) => vacanciesIn(role, child))

function vacanciesIn(role: string, child: ChildState): readonly Vacancy[] {
  const found: Vacancy[] = []
  const people = new Set<string>()
  let trigger: Effective | undefined
  const close = (metBy: Effective | undefined): void => {
    if (trigger !== undefined) found.push({ trigger, metBy })
    trigger = undefined
  }
  for (const event of specialists(child).filter(({ data }) => data.role === role)) {
    // A vacancy that the case's closing ended does not stand in the way of the next one.
    if (trigger !== undefined && groundSince(child, trigger.on)?.on.isBefore(event.on) === true) close(undefined)
    if (event.kind === 'specialist-allocated') {
      people.add(event.data.person)
      close(event)
      continue
    }
    const ended = event.kind === 'specialist-ended'
    // Who of several it was is not recorded: one fewer.
    if (ended) for (const person of [...people].slice(0, 1)) people.delete(person)
    if (ended && event.data.reason !== 'left') close(event)
    else if (people.size === 0) trigger ??= event
  }
  close(undefined)
  return found
}
