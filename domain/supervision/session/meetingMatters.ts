import { dated, type MadeUnder, type Undated } from './dated'
import { afterwards, beforehand } from './matterStanding'
import { dayOf, type SessionFacts } from './sessionFacts'

/** The papers, and that somebody recorded whether the session was held: both are recorded in time on the very day. */
export function meetingMatters(session: SessionFacts): readonly Undated[] {
  const { state, on, plannedOn, recordedHeldOn, papersOutOn } = session
  const common = {
    ...{ subject: 'session', session: on },
    from: { what: 'Session', on },
    known: { what: 'Diarised', on: plannedOn },
  }
  const recordedOn = state === 'held' || state === 'not-held' ? (recordedHeldOn ?? dayOf(session)) : null
  return [
    { step: 'papers', ...common, standing: beforehand(session, papersOutOn) },
    { step: 'held', ...common, standing: beforehand(session, recordedOn) },
  ]
}

/**
 * The minutes, and for a sampled session the quality check. Minutes count from the day it was held, also where that was recorded later. Until then, and the
 * check until the minutes are out, they wait, dated as if all went as planned.
 */
export function followingMatters(session: SessionFacts, under: MadeUnder): readonly Undated[] {
  const { state, on, minutesOutOn, qualityCheckedOn } = session
  const day = { what: state === 'held' ? 'Held' : 'Session', on: dayOf(session) }
  const common = { subject: 'session', session: on }
  const minutes: Undated = {
    ...{ step: 'minutes', ...common, from: day, known: day },
    standing: afterwards(session, { doneOn: minutesOutOn, ready: true }),
  }
  if (!session.sampled) return [minutes]
  const out =
    minutesOutOn === null
      ? { what: 'Minutes due', on: dated(minutes, under).dueOn }
      : { what: 'Minutes out', on: minutesOutOn }
  const standing = afterwards(session, { doneOn: qualityCheckedOn, ready: minutesOutOn !== null })
  return [minutes, { step: 'quality-check', ...common, from: out, known: out, standing }]
}
