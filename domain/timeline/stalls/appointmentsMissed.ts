import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../../chronology/childHistory'
import { isHealthOrSchool } from '../../chronology/writtenWords'
import type { Drafted } from '../buildObligation'
import type { RuleInput } from '../ruleInput'
import { groundSince } from './groundSince'
import { runs, type Turn } from './runs'
import { foundOn } from './stall'

/**
 * Two health or school appointments of a child missed, with no progress recorded and no goal reviewed since: that somebody attended is recorded
 * nowhere, so what breaks the run is the next look at how the child is. A look on the day of a missed
 * appointment counts as one after it. One appointment recorded twice on a day is one; one with the police or a housing office is
 * another matter.
 */
export function appointmentsMissed({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const groundOf = ({ on }: { readonly on: LocalDate }) => groundSince({ history, referrals }, on)
  const missed = ofKind(history.events, 'appointment-missed').filter(({ data }) => isHealthOrSchool(data.with))
  const turns = ofKind(history.events, 'appointment-missed', 'progress-recorded', 'goal-reviewed').flatMap(
    (event): Turn[] => {
      if (event.kind !== 'appointment-missed') return [{ event, turn: 'breaks' }]
      const first = missed.find(({ on, data }) => on.equals(event.on) && data.with === event.data.with)
      return first?.id === event.id ? [{ event, turn: 'adds' }] : []
    },
  )
  const inTurn = turns.sort(
    (a, b) => a.event.on.compareTo(b.event.on) || (a.turn === b.turn ? 0 : a.turn === 'adds' ? -1 : 1),
  )
  return runs(inTurn, { rules, groundOf }).flatMap(({ evidence, trigger, end }) =>
    foundOn(
      {
        rules,
        subject: history.child.id,
        trigger,
        evidence,
        what: () =>
          `${String(evidence.length)} health or school appointments missed with no progress recorded and no goal reviewed since`,
        end,
        liveSince,
      },
      calendar,
    ),
  )
}
