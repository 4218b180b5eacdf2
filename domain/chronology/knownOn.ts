import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'

/** The facts as they were known on a day: events after it are not yet known. */
export const knownOn = (facts: CaseFacts, day: LocalDate): CaseFacts =>
  facts.events.some((event) => event.on.isAfter(day))
    ? { ...facts, events: facts.events.filter((event) => !event.on.isAfter(day)) }
    : facts
