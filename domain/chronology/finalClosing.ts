import type { LocalDate } from '@js-joda/core'
import { asEnd, ofKind, type ChildHistory, type End } from './childHistory'

/** The first closing of the case on or after a day that no reopening followed: a plan that outlived a closing is never left without its dates. */
export function finalClosing({ events }: Pick<ChildHistory, 'events'>, since: LocalDate): End | null {
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  return asEnd(
    turns.find(
      ({ kind, on }, index) =>
        kind === 'case-closed' && !on.isBefore(since) && turns[index + 1]?.kind !== 'case-reopened',
    ),
  )
}
