import type { LocalDate } from '@js-joda/core'
import { evidenceWords } from '../../timeline/eventWords'
import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { childHistories, ofKind } from '../childHistory'
import type { EventKind } from '../eventKinds'

/** Why a record cannot name this event: none of these kinds that stands has that id, or it happened later. */
export function namedProblem(
  facts: CaseFacts,
  named: { readonly id: string; readonly field: string; readonly kinds: readonly EventKind[]; readonly on: LocalDate },
): string | undefined {
  const { all, firstOf } = childHistories(facts)
  const found = ofKind(all, ...named.kinds).find(({ first }) => first === firstOf(named.id))
  if (found === undefined)
    return `"${named.field}" names no event of this case that is ${named.kinds.join(' or ')} and stands. \`caseclock case REF\` lists them with their ids.`
  return found.on.isAfter(named.on)
    ? `${evidenceWords(found.kind)} on ${govukDate(found.on)}: this cannot have happened before it, on ${govukDate(named.on)}. Check both days.`
    : undefined
}
