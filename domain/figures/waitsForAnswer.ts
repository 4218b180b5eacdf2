import type { LogLine } from '../escalation/story'

/** What somebody says to an alert. */
export const ANSWERS: ReadonlySet<LogLine['entry']> = new Set([
  ...(['acknowledged', 'promised', 'more-time', 'passed-up', 'challenged'] as const),
])

/** Whether an open alert waits for an answer: somebody was told, and since the last person was told nobody has said anything. One that nobody has been told of yet does not wait. */
export function waitsForAnswer({ state, log }: { readonly state: string; readonly log: readonly LogLine[] }): boolean {
  const told = log.findLastIndex(({ entry }) => entry === 'told')
  return state === 'open' && told >= 0 && !log.slice(told).some(({ entry }) => ANSWERS.has(entry))
}
