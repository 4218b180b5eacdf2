import type { ChronologyEvent } from './chronologyEvent'
import { firstVersions } from './firstVersion'
import type { Problem } from './problem'

/** An event as it stands today. */
export type Effective<E extends ChronologyEvent = ChronologyEvent> = E & {
  /** The id of its first version: the name every obligation that runs from it keeps. No two that stand share it. */
  readonly first: string
  /** Where its first version stands among the appended events: never changes. */
  readonly place: number
}

/**
 * What stands after all corrections: of all versions of one event the correction appended last, and nothing where that one takes it back;
 * order is by date, then as first appended: a correction keeps the place of what it corrects among the events of its day. A correction that names an unknown event, or runs in a circle, is a problem and stands by itself. Two
 * corrections of one event are a problem.
 */
export function effectiveEvents(events: readonly ChronologyEvent[]): {
  readonly events: readonly Effective[]
  /** The first version of an event by the id of any of its versions; an unknown id is its own. */
  readonly firstOf: (id: string) => string
  readonly problems: readonly Problem[]
} {
  const versions = firstVersions(events)
  const places = new Map(events.map(({ id }, place) => [id, place]))
  // Every event of a circle has the one problem: it is said once.
  const problems = new Set<Problem>()
  const corrections = new Map<string, string>()
  for (const event of events) {
    const { first = event.id, problem } = versions.get(event.id) ?? {}
    if (problem !== undefined) problems.add(problem)
    if (event.supersedes === undefined || first === event.id) continue
    const other = corrections.get(event.supersedes)
    if (other !== undefined)
      problems.add({ events: [other, event.id], problem: `both correct ${event.supersedes}; the last one stands` })
    corrections.set(event.supersedes, event.id)
  }
  const firstOf = (id: string): string => versions.get(id)?.first ?? id
  // The corrections of one event may branch; the last end of any branch is the one that holds.
  const last = new Map<string, ChronologyEvent>()
  for (const event of events) if (!corrections.has(event.id)) last.set(firstOf(event.id), event)
  const standing = events
    .filter((event) => event.void !== true && last.get(firstOf(event.id)) === event)
    .map((event, order) => {
      const first = firstOf(event.id)
      return { ...event, first, place: places.get(first) ?? order }
    })
    .sort((a, b) => a.on.compareTo(b.on) || a.place - b.place)
  return { events: standing, firstOf, problems: [...problems] }
}
