import { besideName } from '../../domain/escalation/beside'
import type { Said } from '../../domain/escalation/climbAlert'
import { keyOf } from '../../domain/timeline/obligation'
import type { AlertSoFar } from './alertSoFar'
import type { Spoken } from './spoken'

/** What an alert has said, as the ladder's rules read it. */
export function saidSoFar({ entries, told }: AlertSoFar, members: readonly Spoken[]): Said {
  const each = members.map(({ member, obligation }) => ({
    obligation,
    told: told.filter(({ obligation_id }) => obligation_id === member.obligation_id),
  }))
  return {
    entries,
    about: new Set(
      each.filter(({ told }) => told.some(({ speaks }) => speaks)).map(({ obligation }) => keyOf(obligation)),
    ),
    beside: new Set(
      each.flatMap(({ obligation, told }) =>
        told.filter(({ same_date }) => same_date).map(({ step }) => besideName(obligation, step)),
      ),
    ),
  }
}
