import { asEnd, birthdayOf, earlier, ofKind, type End } from '../../chronology/childHistory'
import { closings } from '../../chronology/closings'
import { buildObligation, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/** The look-back each part is, as the answer names it: a name, whatever a council makes of its interval. */
const PARTS = [
  { part: '3m', months: 3 },
  { part: '6m', months: 6 },
  { part: '12m', months: 12 },
] as const

/**
 * 3, 6 and 12 months from each closing of the case, per child. It asks whether the child was referred again: a new referral does not end it. The child's
 * death or majority does, and a reopening that takes the closing back.
 */
export function closureFollowUp({ history, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const { events, died, firstOf } = history
  const grown = asEnd(ofKind(events, 'child-left').find((event) => event.data.reason === 'adult'))
  const answers = ofKind(events, 'follow-up-answered').filter(({ data }) => data.anchor === 'closure')
  const once = closings(history).filter(({ isRepeat }) => !isRepeat)
  return once.flatMap(({ closed, takenBack }) => {
    const ground = [died, birthdayOf(history), grown, takenBack].reduce<End | null>(earlier, null)
    return PARTS.flatMap(({ part, months }) => {
      const met = answers.find(({ data }) => data.months === months && firstOf(data.of) === closed.first)
      const end = outcomeOf(met, ground)
      return buildObligation({ rules, subject: history.child.id, part, trigger: closed, end, liveSince }, calendar)
    })
  })
}
