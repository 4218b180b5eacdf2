import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../calendar/isoDay'
import type { EventOf } from './chronologyEvent'
import type { Version } from './versions'

/** The day a goal was set, and the day it is to be reached by. */
export interface GoalDay {
  readonly setOn: LocalDate
  readonly by: LocalDate
  /** The day it was moved to after `by` had passed, and when that was. */
  readonly movedInVain: { readonly to: LocalDate; readonly on: LocalDate } | null
}

type GoalSet = EventOf<'goal-set'>

/**
 * Which by-date of a goal holds, over all its versions. One moved before it had passed counts from then on; one moved after it had passed stays
 * late (handbook 3). It had passed when the version that moves it is of a later day, or was appended after something of a later day. A first by-date that had passed when the goal was set was a slip, and may be corrected.
 * A version that moves the by-date leaves the day the goal was set; any other may correct it.
 */
export function goalDay(versions: readonly Version[], standing: GoalSet): GoalDay {
  const sets = versions.flatMap(({ event, notBefore }) =>
    event.kind === 'goal-set' && event.void !== true ? [{ event, notBefore, by: isoDay(event.data.by) }] : [],
  )
  let held: GoalDay = {
    setOn: sets[0]?.event.on ?? standing.on,
    by: sets[0]?.by ?? isoDay(standing.data.by),
    movedInVain: null,
  }
  const [first] = sets
  for (const { event, notBefore, by } of sets.slice(1)) {
    const isSlip = first !== undefined && held.by.equals(first.by) && first.by.isBefore(first.event.on)
    if (by.equals(held.by)) held = { ...held, setOn: event.on, movedInVain: null }
    else if (notBefore.isAfter(held.by) && !isSlip) held = { ...held, movedInVain: { to: by, on: notBefore } }
    else held = { ...held, by, movedInVain: null }
  }
  return held
}
