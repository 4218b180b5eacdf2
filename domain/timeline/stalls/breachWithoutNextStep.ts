import type { EventOf } from '../../chronology/chronologyEvent'
import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Drafted } from '../buildObligation'
import { intervalOf } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { intervalWords } from '../sentence'
import { groundSince } from './groundSince'
import { foundAfter } from './stall'

type Breach = Effective<EventOf<'safety-plan-breached'>>

/** The date that runs from its being passed on to the detective sergeant; the other runs from the breach itself. */
const PASSED_ON = 'passed-on'

/**
 * 1 working day from a breach of the safety plan with no decision on it, and none passed on to the detective sergeant; then as long from the first passing on
 * with no decision. The plan's end decides nothing: what to do about the breach is still open.
 */
export function breachWithoutNextStep(input: RuleInput): Drafted[] {
  const { firstOf, events } = input.history
  const decisions = ofKind(events, 'safety-plan-breach-decided')
  const passings = ofKind(events, 'safety-plan-breach-passed-on').filter(({ data }) => data.to === 'detective-sergeant')
  return ofKind(events, 'safety-plan-breached').flatMap((breach) => {
    const isOf = ({ data }: { readonly data: { readonly breach: string } }): boolean =>
      firstOf(data.breach) === breach.first
    const decided = decisions.find(isOf)
    const passed = passings.find(isOf)
    const isFirst = passed !== undefined && (decided === undefined || !decided.on.isBefore(passed.on))
    return [
      ...waitFrom(input, { breach, trigger: breach, part: '', next: isFirst ? passed : decided }),
      ...(isFirst ? waitFrom(input, { breach, trigger: passed, part: PASSED_ON, next: decided }) : []),
    ]
  })
}

interface Waiting {
  readonly breach: Breach
  readonly trigger: Effective
  readonly part: string
  readonly next: Effective | undefined
}

function waitFrom(input: RuleInput, { breach, trigger, part, next }: Waiting): Drafted[] {
  const { history, referrals, rules, calendar, liveSince } = input
  return foundAfter(
    {
      rules,
      subject: history.child.id,
      part,
      trigger,
      evidence: trigger === breach ? [breach] : [breach, trigger],
      what: (rule) =>
        part === PASSED_ON
          ? `Safety plan breach passed on to the detective sergeant with no decision recorded for ${intervalWords(intervalOf(rule))}`
          : `Safety plan breached with no next step recorded for ${intervalWords(intervalOf(rule))}`,
      end: outcomeOf(next, groundSince({ history, referrals }, trigger.on)),
      liveSince,
    },
    calendar,
  )
}
