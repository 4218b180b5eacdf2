import type { ChronologyEvent } from './chronologyEvent'
import type { Problem } from './problem'

/** An event as it stands today, and the id of its first version: the name every obligation that runs from it keeps. */
export type Effective<E extends ChronologyEvent = ChronologyEvent> = E & { readonly first: string }

/**
 * What stands after all corrections: superseded and voided events drop out; order is by date, then as appended. A correction that names an
 * unknown event, or runs in a circle, is a problem and the correction stands by itself.
 */
export function effectiveEvents(events: readonly ChronologyEvent[]): {
  readonly events: readonly Effective[]
  readonly problems: readonly Problem[]
} {
  const byId = new Map(events.map((event) => [event.id, event]))
  const problems: Problem[] = []
  const gone = new Set<string>()
  const firsts = new Map<string, string>()
  for (const event of events) {
    const { first, problem } = firstVersion(event, byId)
    firsts.set(event.id, first)
    if (problem !== undefined) problems.push(problem)
    else if (event.supersedes !== undefined) gone.add(event.supersedes)
    if (event.void === true) gone.add(event.id)
  }
  const standing = events
    .filter((event) => !gone.has(event.id))
    .map((event, order) => ({ event: { ...event, first: firsts.get(event.id) ?? event.id }, order }))
    .sort((a, b) => a.event.on.compareTo(b.event.on) || a.order - b.order)
  return { events: standing.map(({ event }) => event), problems }
}

function firstVersion(
  event: ChronologyEvent,
  byId: ReadonlyMap<string, ChronologyEvent>,
): { first: string; problem?: Problem } {
  const seen = new Set([event.id])
  let first = event
  while (first.supersedes !== undefined) {
    const before = byId.get(first.supersedes)
    if (before === undefined)
      return {
        first: event.id,
        problem: {
          events: [event.id],
          problem: `${event.id} corrects ${first.supersedes}, which is not among the facts`,
        },
      }
    if (seen.has(before.id))
      return {
        first: event.id,
        problem: { events: [...seen].sort(), problem: 'these events correct each other in a circle' },
      }
    seen.add(before.id)
    first = before
  }
  return { first: first.id }
}
