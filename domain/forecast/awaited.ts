import type { LocalDate } from '@js-joda/core'
import { nextWorkingDayFrom } from '../calendar/workingDays'
import { keyOf, type Obligation } from '../timeline/obligation'
import { nameOf, type Ahead } from './ahead'
import type { Awaited } from './rolledOn'
import { wouldMeet, type Recordable } from './wouldMeet'

export type DayOf = (one: Obligation) => LocalDate

/**
 * The day something is expected to be done: the day it is booked for, else the day it is due. What is late is expected on the next working day; what went
 * by before the case came here, and is not known, as if it had kept its dates, so that a county's meetings are not all imagined in one week.
 */
export function expectedDay(now: readonly Obligation[], { today, calendar }: Ahead): DayOf {
  const late = new Set(now.filter(({ notKnownFromImport }) => !notKnownFromImport).map(keyOf))
  const soon = nextWorkingDayFrom(today, calendar)
  return (obligation) => {
    const { bookedFor, dueOn } = obligation
    if (bookedFor !== null && !bookedFor.isBefore(today)) return bookedFor
    return dueOn.isBefore(today) && late.has(keyOf(obligation)) ? soon : dueOn
  }
}

export interface Imaginable extends Awaited {
  readonly event: Recordable
  /** The id its event would have. */
  readonly name: string
}

/** What is open, could be imagined, and has its day in time. */
export function awaitedIn(
  obligations: readonly Obligation[],
  dayOf: DayOf,
  { today, until }: Pick<Ahead, 'today' | 'until'>,
): readonly Imaginable[] {
  return obligations.flatMap((obligation) => {
    const { end, kind, subject } = obligation
    if (kind !== 'obligation' || end.outcome === 'met') return []
    const event = wouldMeet(obligation)
    if (event === null) return []
    const on = dayOf(obligation)
    if (on.isAfter(until)) return []
    if (end.outcome === 'cancelled' && (!end.on.isAfter(today) || on.isAfter(end.on))) return []
    return [{ obligation, on, event, name: nameOf(event.kind, subject, on) }]
  })
}
