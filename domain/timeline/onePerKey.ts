import type { Problem } from '../chronology/problem'
import type { Drafted } from './buildObligation'
import { keyOf } from './obligation'

/**
 * One obligation per key, whatever the facts say: two with one key would be one row, and the planner could never write it. Of several the one
 * due first stands, and the case says so.
 */
export function onePerKey(drafts: readonly Drafted[]): {
  readonly drafts: readonly Drafted[]
  readonly problems: readonly Problem[]
} {
  const byKey = new Map<string, Drafted>()
  const problems: Problem[] = []
  for (const draft of drafts) {
    const key = keyOf(draft)
    const other = byKey.get(key)
    if (other !== undefined)
      problems.push({
        events: [draft.trigger],
        problem: `the facts give ${draft.rule} of ${draft.subject} twice from one event; the one due first stands`,
      })
    if (other === undefined || draft.dueOn.isBefore(other.dueOn)) byKey.set(key, draft)
  }
  return { drafts: [...byKey.values()], problems }
}
