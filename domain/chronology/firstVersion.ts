import type { ChronologyEvent } from './chronologyEvent'
import type { Problem } from './problem'

/** The first version of an event, and what is wrong on the way to it, if anything. */
export interface FirstVersion {
  readonly first: string
  readonly problem?: Problem
}

/**
 * The first version of every event by its id, followed back through what it corrects as far as that can be found. Events that correct each other in a
 * circle, and one that corrects such an event, are their own. Every step is walked once: a chain of ten thousand corrections takes no longer than as many events.
 */
export function firstVersions(events: readonly ChronologyEvent[]): ReadonlyMap<string, FirstVersion> {
  const byId = new Map(events.map((event) => [event.id, event]))
  const found = new Map<string, FirstVersion>()
  const circles = new Set<string>()
  for (const event of events) {
    const walked: string[] = []
    const seen = new Set<string>()
    let at: ChronologyEvent | undefined = event
    while (at !== undefined && !found.has(at.id) && !seen.has(at.id)) {
      seen.add(at.id)
      walked.push(at.id)
      at = at.supersedes === undefined ? undefined : byId.get(at.supersedes)
    }
    if (at !== undefined && seen.has(at.id)) {
      const circle = walked.splice(walked.indexOf(at.id))
      const problem = { events: [...circle].sort(), problem: 'these events correct each other in a circle' }
      for (const id of circle) {
        circles.add(id)
        found.set(id, { first: id, problem })
      }
    }
    for (const id of walked.reverse()) found.set(id, following(byId.get(id)?.supersedes, id))
  }
  return found

  /** From what an event corrects, which has been found before it. */
  function following(corrected: string | undefined, id: string): FirstVersion {
    if (corrected === undefined) return { first: id }
    const before = found.get(corrected)
    if (before === undefined)
      return {
        first: id,
        problem: { events: [id], problem: `${id} corrects ${corrected}, which is not among the facts` },
      }
    return circles.has(corrected)
      ? {
          first: id,
          problem: {
            events: [id, corrected],
            problem: `${id} corrects ${corrected}, which corrects itself in a circle`,
          },
        }
      : before
  }
}
