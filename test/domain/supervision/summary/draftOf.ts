import type { CaseFacts } from '../../../../domain/chronology/caseFacts'
import { knownOn } from '../../../../domain/chronology/knownOn'
import { englandFamilySafeguarding1 } from '../../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../../domain/policy/policySchedule'
import { summaryDraft, type SummaryDraft } from '../../../../domain/supervision/summary/summaryDraft'
import { titled } from '../../../../domain/supervision/summary/titled'
import { timeline } from '../../../../domain/timeline/timeline'
import { calendar, day } from '../../facts'

const policy = always(englandFamilySafeguarding1)

/** The draft of facts as they were known on a day, with what is due under the built-in rules. */
export function draftOf(given: CaseFacts, today: string, lastOn: string | null): SummaryDraft {
  const known = knownOn(given, day(today))
  const due = titled(timeline(known, policy, calendar).obligations, policy)
  return summaryDraft(known, due, { lastOn: lastOn === null ? null : day(lastOn), today: day(today), calendar })
}

export const sentences = ({ lines }: { readonly lines: readonly { readonly sentence: string }[] }): readonly string[] =>
  lines.map(({ sentence }) => sentence)
