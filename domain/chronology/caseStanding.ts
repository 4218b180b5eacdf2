import type { CaseFacts } from './caseFacts'
import { childHistories, leftSince, ofKind, type ChildHistory } from './childHistory'
import { referrals } from './referrals'

/** What the facts themselves say of a case as a whole; null where they say nothing, and its source decides. */
export interface CaseStanding {
  /** The team that the last transfer names. */
  readonly team: string | null
  readonly open: boolean | null
}

/**
 * Which team a case was last transferred to, and whether it is open. It is closed when a recorded closing, and no reopening or referral since, covers
 * every child who has not left; a case that was never closed is as its source says.
 */
export function caseStanding(facts: CaseFacts): CaseStanding {
  const { all, children } = childHistories(facts)
  const team = ofKind(all, 'transferred-in').findLast(({ data }) => (data.team ?? '') !== '')?.data.team ?? null
  const wasClosed = ofKind(all, 'case-closed').length > 0
  return { team, open: wasClosed ? children.some(isOpen) : null }
}

function isOpen(history: ChildHistory): boolean {
  const { events, died } = history
  const turn = ofKind(events, 'case-closed', 'case-reopened').at(-1)
  if (turn?.kind === 'case-reopened') return leftSince(history, turn.on) === null
  const known = referrals(history).referrals
  if (known.some(({ end }) => end === null)) return true
  // A child who came with a plan and never had a referral here.
  const came = ofKind(events, 'plan-started', 'transferred-in').length > 0 && known.length === 0
  return came && turn === undefined && died === null && ofKind(events, 'child-left').length === 0
}
