import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, ofKind, type ChildHistory, type End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
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
  return closings(history).flatMap(({ closed, takenBack }) => {
    const ground = [died, birthdayOf(history), grown, takenBack].reduce<End | null>(earlier, null)
    return PARTS.flatMap(({ part, months }) => {
      const met = answers.find(({ data }) => data.months === months && firstOf(data.of) === closed.first)
      const end = outcomeOf(met, ground)
      return buildObligation({ rules, subject: history.child.id, part, trigger: closed, end, liveSince }, calendar)
    })
  })
}

interface Closing {
  readonly closed: Effective
  readonly takenBack: End | null
}

/**
 * The closings of the case for a child; a second record of one while nothing had opened it again is none. A reopening takes a closing back unless a new
 * referral took its place, as it does with a referral's end.
 */
function closings({ events }: ChildHistory): readonly Closing[] {
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const received = ofKind(events, 'referral-received')
  const referredWithin = (from: LocalDate, to: LocalDate | undefined): boolean =>
    received.some(({ on }) => !on.isBefore(from) && (to === undefined || !on.isAfter(to)))
  return turns.flatMap((turn, index): Closing[] => {
    const before = turns[index - 1]
    if (turn.kind !== 'case-closed') return []
    if (before?.kind === 'case-closed' && !referredWithin(before.on, turn.on)) return []
    const next = turns.slice(index + 1)
    const reopenedAt = next.findIndex(({ kind }) => kind === 'case-reopened')
    const reopened = next[reopenedAt]
    if (reopened === undefined) return [{ closed: turn, takenBack: null }]
    const again = next.slice(reopenedAt + 1).find(({ kind }) => kind === 'case-closed')
    return [{ closed: turn, takenBack: referredWithin(turn.on, again?.on) ? null : asEnd(reopened) }]
  })
}
