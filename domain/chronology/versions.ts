import { LocalDate } from '@js-joda/core'
import type { ChronologyEvent } from './chronologyEvent'

/** One version of an event, as it was appended. */
export interface Version {
  readonly event: ChronologyEvent
  /** It was not recorded before this day: it speaks of it, or something that stands and was appended before it does. */
  readonly notBefore: LocalDate
}

/**
 * Every version of one event in the order in which they were appended, taken back or not. The facts carry no day of recording; what was appended
 * before a version happened before it was recorded. What was itself corrected proves nothing: its day may have been the mistake.
 */
export function versionsOf(
  first: string,
  events: readonly ChronologyEvent[],
  { firstOf, stands }: { readonly firstOf: (id: string) => string; readonly stands: (id: string) => boolean },
): readonly Version[] {
  const versions: Version[] = []
  let latest = LocalDate.MIN
  for (const event of events) {
    if (stands(event.id) && event.on.isAfter(latest)) latest = event.on
    if (firstOf(event.id) === first) versions.push({ event, notBefore: event.on.isAfter(latest) ? event.on : latest })
  }
  return versions
}
