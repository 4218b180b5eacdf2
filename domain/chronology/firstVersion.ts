import type { ChronologyEvent } from './chronologyEvent'
import type { Problem } from './problem'

/** The first version of an event, followed back through what it corrects: as far as that can be found; the event itself in a circle, with the reason. */
export function firstVersion(
  event: ChronologyEvent,
  byId: ReadonlyMap<string, ChronologyEvent>,
): { readonly first: string; readonly problem?: Problem } {
  const seen = new Set([event.id])
  let first = event
  while (first.supersedes !== undefined) {
    const before = byId.get(first.supersedes)
    if (before === undefined) {
      const problem = `${first.id} corrects ${first.supersedes}, which is not among the facts`
      return { first: first.id, problem: { events: [first.id], problem } }
    }
    if (seen.has(before.id)) {
      const events = [...seen].sort()
      return { first: event.id, problem: { events, problem: 'these events correct each other in a circle' } }
    }
    seen.add(before.id)
    first = before
  }
  return { first: first.id }
}
