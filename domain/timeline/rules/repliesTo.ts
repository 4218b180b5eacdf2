import type { EventKind } from '../../chronology/eventKinds'
import type { Effective } from '../../chronology/effectiveEvents'

/**
 * Which reply each proposal got, by the proposal's first version, where a reply names none: it answers every proposal that is open. One recorded before its
 * proposal on the same day answers it, unless it had an older one to answer: what was declined and proposed again that day stays open.
 */
export function repliesTo(
  events: readonly Effective[],
  { proposed, replies }: { readonly proposed: EventKind; readonly replies: readonly EventKind[] },
): ReadonlyMap<string, Effective> {
  const found = new Map<string, Effective>()
  let open: readonly Effective[] = []
  let early: Effective | undefined
  for (const event of events) {
    if (event.kind === proposed) {
      if (early?.on.equals(event.on) === true) found.set(event.first, early)
      else open = [...open, event]
    } else if (replies.includes(event.kind)) {
      for (const { first } of open) found.set(first, event)
      early = open.length === 0 ? event : undefined
      open = []
    }
  }
  return found
}
