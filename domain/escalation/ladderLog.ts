import { londonDay } from '../calendar/london'
import type { LadderEntry } from './ladder'
import type { LogLine } from './story'

/** The log as the ladder reads it. */
export const ladderLog = (log: readonly LogLine[]): readonly LadderEntry[] =>
  log.flatMap(({ entry, rung, at, untilOn, reason }): LadderEntry[] => {
    const on = londonDay(at)
    if (entry === 'withdrawn') return [{ entry, on, reason }]
    if (rung === null) return []
    switch (entry) {
      // Where nobody new was left to tell the rung has spoken all the same.
      case 'skipped':
        return [{ entry: 'told', rung, on }]
      case 'told':
      case 'acknowledged':
      case 'passed-up':
      case 'carried':
      case 'owner-left':
        return [{ entry, rung, on }]
      case 'promised':
      case 'more-time':
        return untilOn === null ? [] : [{ entry, rung, on, until: untilOn }]
      case 'joined':
      case 'challenged':
      case 'resolved':
        return []
    }
  })
