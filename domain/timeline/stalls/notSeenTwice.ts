import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Drafted } from '../buildObligation'
import type { RuleInput } from '../ruleInput'
import { unborn } from '../rules/childSeen'
import { onePerDay } from '../rules/onePerDay'
import { groundSince } from './groundSince'
import { runs, type Turn } from './runs'
import { foundOn } from './stall'

/** A child who is born and was not seen at two visits running. A visit before the birth says nothing; of two on one day the one with the child seen counts. */
export function notSeenTwice({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const groundOf = ({ on }: { readonly on: LocalDate }) => groundSince({ history, referrals }, on)
  return runs(turnsOf(history), { rules, groundOf }).flatMap(({ evidence, trigger, end }) =>
    foundOn(
      {
        rules,
        subject: history.child.id,
        trigger,
        evidence,
        what: () => `Child not seen at ${String(evidence.length)} visits running`,
        end,
        liveSince,
      },
      calendar,
    ),
  )
}

function turnsOf(history: ChildHistory): readonly Turn[] {
  const visits = ofKind(history.events, 'visit-made').filter(({ on }) => !unborn(history, on))
  const seen = visits.filter(({ data }) => data.seen)
  const notSeen = visits.filter(({ on, data }) => !data.seen && !seen.some((other) => other.on.equals(on)))
  return onePerDay([...seen, ...notSeen].sort((a, b) => a.on.compareTo(b.on))).map((event) => ({
    event,
    turn: event.data.seen ? 'breaks' : 'adds',
  }))
}
