import type { LocalDate } from '@js-joda/core'
import { asEnd, ofKind, type ChildHistory, type End } from './childHistory'

/** What ends a plan that nothing else has ended: the first closing of the case on or after a day since it was last reopened. Whatever came in meanwhile, a plan that outlived a closing is never left without its dates. */
export function finalClosing({ events }: Pick<ChildHistory, 'events'>, since: LocalDate): End | null {
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const reopenedAt = turns.findLastIndex(({ kind }) => kind === 'case-reopened')
  return asEnd(turns.slice(reopenedAt + 1).find(({ on }) => !on.isBefore(since)))
}
