import type { NamedLine } from '../../../activities/escalation/alerts'
import { answerWords } from './answerWords'

const BY_PEOPLE: ReadonlySet<NamedLine['entry']> = new Set([
  ...(['acknowledged', 'promised', 'more-time', 'passed-up', 'challenged', 'withdrawn', 'resolved'] as const),
])

/** What somebody else said to an alert since a form about it was shown, in a sentence; undefined where nobody did. `lines`: those of its log that came since. */
export function answeredSince(lines: readonly NamedLine[], readerId: string): string | undefined {
  const last = lines.findLast(({ entry, personId }) => BY_PEOPLE.has(entry) && personId !== readerId)
  return last === undefined
    ? undefined
    : `It was answered while you wrote: ${answerWords(last)}. Look at it again, and send your answer if it is still needed.`
}
