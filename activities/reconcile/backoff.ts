import { workflowId, type ProcessName } from '../../workflows/protocol'
import { realNow } from '../clock'

const MINUTE_MS = 60 * 1000

/** Whether a process may be nudged again: at once, then after 1, 2, 4 … 60 real minutes. A run takes 10,000 signals. */
export function makeBackoff(): (name: ProcessName) => boolean {
  const tried = new Map<string, { at: number; waitMs: number }>()
  return (name) => {
    const key = workflowId(name)
    const last = tried.get(key)
    const now = realNow()
    if (last !== undefined && now - last.at < last.waitMs) return false
    const quiet = last === undefined || now - last.at > 2 * 60 * MINUTE_MS
    tried.set(key, { at: now, waitMs: quiet ? MINUTE_MS : Math.min(last.waitMs * 2, 60 * MINUTE_MS) })
    return true
  }
}
