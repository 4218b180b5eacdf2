import { asEnd, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'

/** One record that the case was closed for a child. */
export interface Closing {
  readonly closed: Effective
  /** The first reopening after it. */
  readonly reopened: End | null
  /** That reopening where it took the closing back; null where the closing stands. */
  readonly takenBack: End | null
  /** A second record, while nothing had opened the case again. */
  readonly isRepeat: boolean
}

/** The closings of the case for a child in order. A reopening takes a closing back unless a new referral had come in by then and took its place. */
export function closings({ events }: Pick<ChildHistory, 'events'>): readonly Closing[] {
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const received = ofKind(events, 'referral-received')
  const wasReferred = (from: Effective, to: Effective): boolean =>
    received.some(({ on }) => !on.isBefore(from.on) && !on.isAfter(to.on))
  return turns.flatMap((turn, index): Closing[] => {
    if (turn.kind !== 'case-closed') return []
    const before = turns[index - 1]
    const reopened = turns.slice(index).find(({ kind }) => kind === 'case-reopened')
    return [
      {
        closed: turn,
        reopened: asEnd(reopened),
        takenBack: reopened === undefined || wasReferred(turn, reopened) ? null : asEnd(reopened),
        isRepeat: before?.kind === 'case-closed' && !wasReferred(before, turn),
      },
    ]
  })
}

/** Those that stand. */
export const standingClosings = (history: Pick<ChildHistory, 'events'>): readonly Effective[] =>
  closings(history).flatMap(({ closed, takenBack }) => (takenBack === null ? [closed] : []))
