import { sessionSteps } from './sessionSteps'

/**
 * Whether the session a team recorded as held after so many others is checked for quality: the first of every ten. 0 for the first of all. The order of
 * recording never changes, so a session that is recorded late moves no other into the sample or out of it. Throws a RangeError for what is no such count.
 */
export function sampled(sequenceNumber: number, oneIn: number = sessionSteps.sample.oneIn): boolean {
  if (!Number.isInteger(sequenceNumber) || sequenceNumber < 0)
    throw new RangeError(
      `${String(sequenceNumber)} is no number of sessions. Count those the team recorded as held before this one.`,
    )
  return sequenceNumber % oneIn === 0
}

/** The same of one session among those of its team, in the order in which they were recorded as held. One that is not among them is not sampled. */
export function isSampled(sessionId: string, recordedAsHeld: readonly string[], oneIn?: number): boolean {
  const place = recordedAsHeld.indexOf(sessionId)
  return place !== -1 && sampled(place, oneIn)
}
