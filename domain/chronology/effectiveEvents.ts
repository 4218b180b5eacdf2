import type { ChronologyEvent } from './chronologyEvent'
import { firstVersion } from './firstVersion'
import type { Problem } from './problem'

/** An event as it stands today. */
export type Effective<E extends ChronologyEvent = ChronologyEvent> = E & {
  /** The id of its first version: the name every obligation that runs from it keeps. */
  readonly first: string
  /** Where its first version stands among the appended events: never changes. */
  readonly place: number
}

/**
 * What stands after all corrections: superseded and voided events drop out; order is by date, then as appended. A correction that names an
 * unknown event, or runs in a circle, is a problem and the correction stands by itself. Of several corrections of one event the last stands.
 */
export function effectiveEvents(events: readonly ChronologyEvent[]): {
  readonly events: readonly Effective[]
  /** The first version of an event by the id of any of its versions; an unknown id is its own. */
  readonly firstOf: (id: string) => string
  readonly problems: readonly Problem[]
} {
  const byId = new Map(events.map((event) => [event.id, event]))
  const places = new Map(events.map(({ id }, place) => [id, place]))
  const problems: Problem[] = []
  const gone = new Set<string>()
  const firsts = new Map<string, string>()
  const corrections = new Map<string, string>()
  for (const event of events) {
    const { first, problem } = firstVersion(event, byId)
    firsts.set(event.id, first)
    if (problem !== undefined) problems.push(problem)
    else if (event.supersedes !== undefined) {
      gone.add(event.supersedes)
      const other = corrections.get(event.supersedes)
      if (other !== undefined) {
        gone.add(other)
        problems.push({ events: [other, event.id], problem: `both correct ${event.supersedes}; the last one stands` })
      }
      corrections.set(event.supersedes, event.id)
    }
    if (event.void === true) gone.add(event.id)
  }
  const firstOf = (id: string): string => firsts.get(id) ?? id
  const standing = events
    .filter((event) => !gone.has(event.id))
    .map((event, order) => {
      const first = firstOf(event.id)
      return { event: { ...event, first, place: places.get(first) ?? order }, order }
    })
    .sort((a, b) => a.event.on.compareTo(b.event.on) || a.order - b.order)
  return { events: standing.map(({ event }) => event), firstOf, problems }
}
