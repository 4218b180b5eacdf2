import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../chronology/caseFacts'
import { childHistories } from '../../chronology/childHistory'
import { knownOn } from '../../chronology/knownOn'
import { sessionsOf } from '../../timeline/stalls/sessions'

/** The newest session in which the record says that a case was discussed, up to and with a day; null where there is none. */
export function lastDiscussion(
  facts: CaseFacts,
  upTo: LocalDate,
): { readonly session: string; readonly on: LocalDate } | null {
  const last = sessionsOf(childHistories(knownOn(facts, upTo)).all).at(-1)
  return last === undefined ? null : { session: last.id, on: last.event.on }
}
