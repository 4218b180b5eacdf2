import type { LocalDate } from '@js-joda/core'
import type { EventOf } from './chronologyEvent'
import { asEnd, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import { firstStillOpen } from './firstStillOpen'
import type { Problem } from './problem'

/** A time in which the case was closed for the child and its referral slept. */
export interface Closure {
  readonly closed: End
  /** From this day the referral is open again. */
  readonly reopenedOn: LocalDate
}

type Decided = Effective<EventOf<'referral-decided'>>

/** A referral of one child, from the day it was received to the day the case closed for the child. */
export interface Referral {
  /** Id of its event, and of that event's first version. */
  readonly id: string
  readonly first: string
  readonly receivedOn: LocalDate
  /** What was decided, whatever it was; null while nothing is. */
  readonly decided: Decided | null
  readonly accepted: End | null
  readonly end: End | null
  /** Closings that did not end it: the case was reopened, and no new referral took its place. */
  readonly closures: readonly Closure[]
}

/**
 * The referrals of a child in order. A second one while one is open is a problem, and the first keeps its clock; when that one ends the second takes its
 * place, from the day it was received, unless it has ended too.
 */
export function referrals(history: ChildHistory): {
  readonly referrals: readonly Referral[]
  readonly problems: readonly Problem[]
} {
  const found: Referral[] = []
  const problems: Problem[] = []
  const waiting: Received[] = []
  /** The last one. Once it has ended, by a day or for good, the first of those that waited for its end takes its place. */
  const lastOn = (day: LocalDate | null): Referral | undefined => {
    const last = found.at(-1)
    if (last === undefined || (day !== null && runsAfter(last, day))) return last
    if (endedAll(history, last, found)) waiting.length = 0
    const next = firstStillOpen(waiting, last, (received) => waitedFor(history, received, found))
    if (next === undefined) return last
    found.push(next)
    return lastOn(day)
  }
  for (const received of ofKind(history.events, 'referral-received')) {
    const before = lastOn(received.on)
    if (before !== undefined && runsAfter(before, received.on)) {
      problems.push({
        events: [before.id, received.id],
        problem: 'a second referral was received while the first was open; the first keeps its clock',
      })
      waiting.push(received)
    } else {
      problems.push(...closedThatDay(history, before, received))
      found.push(referralOf(history, received, found))
    }
  }
  lastOn(null)
  return { referrals: found, problems: [...problems, ...lostDecisions(history, found)] }
}

const runsAfter = ({ end }: Referral, day: LocalDate): boolean => end === null || end.on.isAfter(day)

function referralOf(history: ChildHistory, received: Received, found: readonly Referral[]): Referral {
  const { closed, closures } = closingOf(history, received, found.at(-1))
  const decided = decisionOf(history, received, closed, found)
  const accepted = decided?.data.outcome === 'accepted' ? asEnd(decided) : null
  const refused = accepted === null ? asEnd(decided) : null
  return {
    id: received.id,
    first: received.first,
    receivedOn: received.on,
    decided: decided ?? null,
    accepted,
    end: earlier(refused, closed),
    closures,
  }
}

/** Whether all others received by then ended with a referral: the case closed or the child left, or a refusal named none and no decision is left for another. */
const endedAll = ({ events }: ChildHistory, { end, decided }: Referral, found: readonly Referral[]): boolean =>
  end !== null &&
  (end.by !== decided?.id ||
    (decided.data.referral === undefined && ofKind(events, 'referral-decided').every(({ id }) => used(found, id))))

/** One received while another was open: a refusal that names neither, recorded since, is of both, unless this one has a decision of its own. */
function waitedFor(history: ChildHistory, received: Received, found: readonly Referral[]): Referral {
  const referral = referralOf(history, received, found)
  const before = found.at(-1)?.decided ?? null
  const isOfBoth =
    referral.decided === null &&
    before !== null &&
    before.data.outcome !== 'accepted' &&
    before.data.referral === undefined &&
    !before.on.isBefore(received.on)
  return isOfBoth ? { ...referral, end: earlier(asEnd(before), referral.end) } : referral
}

/** The order of one day's records says that the closing ended both; the order of an extract says nothing. The child keeps a clock, and a person is asked. */
function closedThatDay({ events }: ChildHistory, before: Referral | undefined, received: Received): readonly Problem[] {
  const closing = ofKind(events, 'case-closed').find(({ id }) => id === before?.end?.by)
  return closing !== undefined && closing.on.equals(received.on) && closing.place > received.place
    ? [
        {
          events: [received.id, closing.id],
          problem:
            'a new referral was received on the day the case closed; the closing ends the one before, and the new one stays open',
        },
      ]
    : []
}

/** Whether a referral stands open at the end of a day: received, not ended, and the case not closed for the time being. */
export const isOpenOn = ({ receivedOn, end, closures }: Referral, day: LocalDate): boolean =>
  !receivedOn.isAfter(day) &&
  (end === null || end.on.isAfter(day)) &&
  !closures.some(({ closed, reopenedOn }) => !closed.on.isAfter(day) && reopenedOn.isAfter(day))

type Received = Effective<EventOf<'referral-received'>>

/**
 * The closing of the case or the child's leaving that ended a referral, if one did, and those that did not: a case that was reopened has its
 * last referral open again, unless a new one was received since the closing.
 */
function closingOf(
  history: ChildHistory,
  received: Received,
  before: Referral | undefined,
): { readonly closed: End | null; readonly closures: readonly Closure[] } {
  // What ended the one before it came in ends no other.
  const turns = ofKind(history.events, 'case-closed', 'case-reopened').filter(
    ({ id, on }) => id !== before?.end?.by || on.isAfter(received.on),
  )
  const others = ofKind(history.events, 'referral-received').filter(({ id }) => id !== received.id)
  const closures: Closure[] = []
  let from = received.on
  let ahead = turns
  for (;;) {
    const since = from
    const at = ahead.findIndex(({ kind, on }) => kind === 'case-closed' && !on.isBefore(since))
    const shut = ahead[at]
    const closed = earlier(asEnd(shut), leftSince(history, since))
    const reopenedAt = ahead.findIndex(({ kind }, index) => index > at && kind === 'case-reopened')
    const reopened = ahead[reopenedAt]
    if (closed === null || shut === undefined || reopened === undefined || diedBy(history, reopened.on))
      return { closed, closures }
    ahead = ahead.slice(reopenedAt + 1)
    const again = ahead.find(({ kind }) => kind === 'case-closed')
    if (others.some(({ on }) => !on.isBefore(shut.on) && (again === undefined || !on.isAfter(again.on))))
      return { closed, closures }
    closures.push({ closed, reopenedOn: reopened.on })
    from = reopened.on
  }
}

const diedBy = ({ died }: ChildHistory, day: LocalDate): boolean => died !== null && !died.on.isAfter(day)

/** The decision that names a referral; else the first without a name recorded while it was the latest one open. */
function decisionOf(
  { events, firstOf }: ChildHistory,
  received: Received,
  closed: End | null,
  found: readonly Referral[],
): Decided | undefined {
  const decisions = ofKind(events, 'referral-decided')
  const later = ofKind(events, 'referral-received').filter(({ id }) => id !== received.id)
  const isLatestOpen = (day: LocalDate): boolean =>
    closed === null || day.isBefore(closed.on) || (day.equals(closed.on) && !later.some(({ on }) => on.equals(day)))
  return (
    decisions.find(({ data }) => data.referral !== undefined && firstOf(data.referral) === received.first) ??
    decisions.find(
      ({ id, on, data }) =>
        data.referral === undefined && !on.isBefore(received.on) && isLatestOpen(on) && !used(found, id),
    )
  )
}

/** Decisions that are of no referral. One that repeats the last loses nothing; that of a second referral while one was open is told with that referral. */
function lostDecisions({ events, firstOf }: ChildHistory, found: readonly Referral[]): readonly Problem[] {
  const received = new Set(ofKind(events, 'referral-received').map(({ first }) => first))
  const isOfWaiting = (name: string): boolean =>
    received.has(firstOf(name)) && !found.some(({ first }) => first === firstOf(name))
  return ofKind(events, 'referral-decided').flatMap(({ id, on, data: { outcome, referral } }): Problem[] => {
    if (used(found, id) || (referral !== undefined && isOfWaiting(referral))) return []
    const last =
      referral === undefined
        ? found.findLast(({ receivedOn }) => !receivedOn.isAfter(on))
        : found.find(({ first }) => first === firstOf(referral))
    const standing = last?.decided ?? null
    if (standing === null)
      return [{ events: [id], problem: 'a decision was recorded for which no referral waits; it starts no clock' }]
    return standing.data.outcome === outcome
      ? []
      : [
          {
            events: [standing.id, id],
            problem:
              'a referral was decided twice, and not alike; one decision stands, and the other counts for nothing',
          },
        ]
  })
}

const used = (found: readonly Referral[], id: string): boolean => found.some(({ decided }) => decided?.id === id)
