import type { LocalDate } from '@js-joda/core'
import { asEnd, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import type { Problem } from './problem'

/** A referral of one child, from the day it was received to the day the case closed for the child. */
export interface Referral {
  /** Id of its event, and of that event's first version. */
  readonly id: string
  readonly first: string
  readonly receivedOn: LocalDate
  readonly accepted: End | null
  readonly end: End | null
}

/** The referrals of a child in order. A second one while one is open is a problem, and the first keeps its clock. */
export function referrals(history: ChildHistory): {
  readonly referrals: readonly Referral[]
  readonly problems: readonly Problem[]
} {
  const found: Referral[] = []
  const problems: Problem[] = []
  const decisions = ofKind(history.events, 'referral-decided')
  const closings = ofKind(history.events, 'case-closed')
  for (const received of ofKind(history.events, 'referral-received')) {
    const before = found.at(-1)
    if (before !== undefined && (before.end === null || before.end.on.isAfter(received.on))) {
      problems.push({
        events: [before.id, received.id],
        problem: 'a second referral was received while the first was open; the first keeps its clock',
      })
      continue
    }
    const named = decisions.find(
      ({ data }) => data.referral !== undefined && history.firstOf(data.referral) === received.first,
    )
    const decided =
      named ??
      decisions.find(
        (event) => event.data.referral === undefined && !event.on.isBefore(received.on) && !used(found, event.id),
      )
    const accepted = decided?.data.outcome === 'accepted' ? asEnd(decided) : null
    const refused = accepted === null ? asEnd(decided) : null
    const closed = closings.find((event) => !event.on.isBefore(received.on) && event.id !== before?.end?.by)
    found.push({
      id: received.id,
      first: received.first,
      receivedOn: received.on,
      accepted,
      end: [refused, asEnd(closed), leftSince(history, received.on)].reduce(earlier, null),
    })
  }
  return { referrals: found, problems }
}

const used = (found: readonly Referral[], id: string): boolean =>
  found.some((referral) => referral.accepted?.by === id || referral.end?.by === id)
