import { workflowId, type ProcessName } from '../../workflows/protocol'
import { realNow } from '../realNow'

const MINUTE_MS = 60 * 1000
const LONGEST_MS = 60 * MINUTE_MS
/** Real time without a nudge after which a process begins anew, and is forgotten. */
const FORGET_MS = 2 * LONGEST_MS

interface Tried {
  readonly at: number
  readonly waitMs: number
}

/**
 * Whether a process may be nudged again: at once, then after 1, 2, 4 … 60 real minutes. A run takes 10,000 signals. `tried`: by workflow id, the
 * one nudged longest ago first; what was not nudged for two hours is forgotten.
 */
export function makeBackoff(tried = new Map<string, Tried>()): (name: ProcessName) => boolean {
  return (name) => {
    const now = realNow()
    for (const [key, { at }] of tried) {
      if (now - at <= FORGET_MS) break
      tried.delete(key)
    }
    const key = workflowId(name)
    const last = tried.get(key)
    if (last !== undefined && now - last.at < last.waitMs) return false
    tried.delete(key) // it goes to the end
    tried.set(key, { at: now, waitMs: last === undefined ? MINUTE_MS : Math.min(last.waitMs * 2, LONGEST_MS) })
    return true
  }
}
