import { ofKind } from '../../chronology/childHistory'
import type { Drafted } from '../buildObligation'
import { intervalOf } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { intervalWords } from '../sentence'
import { groundSince } from './groundSince'
import { foundAfter } from './stall'

/** 1 working day from a breach of the safety plan with no decision on it. The plan's end decides nothing: what to do about the breach is still open. */
export function breachWithoutNextStep({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const decisions = ofKind(history.events, 'safety-plan-breach-decided')
  return ofKind(history.events, 'safety-plan-breached').flatMap((trigger) =>
    foundAfter(
      {
        rules,
        subject: history.child.id,
        trigger,
        evidence: [trigger],
        what: (rule) => `Safety plan breached with no next step recorded for ${intervalWords(intervalOf(rule))}`,
        end: outcomeOf(
          decisions.find(({ data }) => history.firstOf(data.breach) === trigger.first),
          groundSince({ history, referrals }, trigger.on),
        ),
        liveSince,
      },
      calendar,
    ),
  )
}
