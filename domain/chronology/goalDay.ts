import { LocalDate } from '@js-joda/core'
import type { EventOf } from './chronologyEvent'
import type { Version } from './versions'

/** The day a goal was set, and the day it is to be reached by. */
export interface GoalDay {
  readonly setOn: LocalDate
  readonly by: LocalDate
  /** The day it was moved to after `by` had passed. */
  readonly movedTo: LocalDate | null
}

type GoalSet = EventOf<'goal-set'>

/**
 * Which by-date of a goal holds, over all its versions. One moved before it had passed counts from then on; one moved after it had passed stays
 * late (handbook 3). It had passed when the version that moves it is of a later day, or was appended after something of a later day.
 * A version that moves the by-date leaves the day the goal was set; any other may correct it.
 */
export function goalDay(versions: readonly Version[], standing: GoalSet): GoalDay {
  const sets = versions.flatMap(({ event, notBefore }) =>
    event.kind === 'goal-set' && event.void !== true ? [{ event, notBefore, by: LocalDate.parse(event.data.by) }] : [],
  )
  let held: GoalDay = {
    setOn: sets[0]?.event.on ?? standing.on,
    by: sets[0]?.by ?? LocalDate.parse(standing.data.by),
    movedTo: null,
  }
  for (const { event, notBefore, by } of sets.slice(1)) {
    if (by.equals(held.by)) held = { ...held, setOn: event.on, movedTo: null }
    else if (notBefore.isAfter(held.by)) held = { ...held, movedTo: by }
    else held = { ...held, by, movedTo: null }
  }
  return held
}
