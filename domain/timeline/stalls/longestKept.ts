import type { Drafted } from '../buildObligation'
import { keyOf, type Outcome } from '../obligation'

/** One stall for each key, the one that ends last: what two plans or two children share is found once, and stands as long as it does for any of them. */
export function longestKept(drafts: readonly Drafted[]): Drafted[] {
  const kept = new Map<string, Drafted>()
  for (const draft of drafts) {
    const other = kept.get(keyOf(draft))
    if (other === undefined || endsLater(draft.end, other.end)) kept.set(keyOf(draft), draft)
  }
  return [...kept.values()]
}

const endsLater = (a: Outcome, b: Outcome): boolean =>
  b.outcome !== 'open' && (a.outcome === 'open' || a.on.isAfter(b.on))
