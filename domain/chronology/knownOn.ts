import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'

/**
 * The facts as they were known on a day: events after it are not yet known. One that a known event corrects is kept, whatever its own date: it
 * no longer stands, and it names what was corrected (an event first entered with too late a date). The day is kept with them: a case of which
 * nothing new is heard still comes round every month.
 */
export function knownOn(facts: CaseFacts, day: LocalDate): CaseFacts {
  if (!facts.events.some((event) => event.on.isAfter(day))) return { ...facts, knownOn: day }
  const byId = new Map(facts.events.map((event) => [event.id, event]))
  const known = new Set(facts.events.filter((event) => !event.on.isAfter(day)).map(({ id }) => id))
  // A set is walked in order of insertion, and what is added on the way is walked too: the whole chain behind a correction.
  for (const id of known) {
    const corrected = byId.get(id)?.supersedes
    if (corrected !== undefined) known.add(corrected)
  }
  return { ...facts, events: facts.events.filter(({ id }) => known.has(id)), knownOn: day }
}
