import { ofKind } from '../../chronology/childHistory'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { CaseRuleInput } from '../ruleInput'
import { heldStretches } from './heldStretches'
import { onePerDay } from './onePerDay'

/**
 * Individual supervision, per case: from the day a worker is allocated, then from each supervision of that time to the next, while somebody holds the case. Another
 * worker moves no date: a case handed on again and again would never be late. Whichever worker it was of, and whichever child, it is of the case.
 */
export function individualSupervision(input: CaseRuleInput): Drafted[] {
  const { all, rules, calendar, liveSince } = input
  const supervised = onePerDay(ofKind(all, 'individual-supervision-held'))
  return heldStretches(input).flatMap(({ from, began, end }) => {
    const held = supervised.filter(({ on }) => !on.isBefore(from) && end?.on.isBefore(on) !== true)
    return [began, ...held].flatMap((trigger, index) =>
      buildObligation({ rules, subject: 'case', trigger, end: outcomeOf(held[index], end), liveSince }, calendar),
    )
  })
}
