import { govukDate } from '../../timeline/govukDate'
import { exceptionDecided } from './exceptionDecided'
import { dayOf, type Invitee, type SessionFacts } from './sessionFacts'

export interface Missing {
  readonly personId: string
  readonly because: 'no-reply' | 'no-exception' | 'not-approved' | 'refused'
  /** A sentence without names: `Declined on 1 March 2027; no exception was asked for`. */
  readonly why: string
}

/**
 * Invitees who count as missing as things stand, in the order given: no reply by the day of the session, or declined without an approved exception. Before the
 * day it is who would count so. Nobody misses a session that was cancelled or not held. Source: Caseclock handbook, section 4.
 */
export const missing = (session: SessionFacts): readonly Missing[] =>
  session.state === 'cancelled' || session.state === 'not-held'
    ? []
    : session.invitees.flatMap((invitee) => missingBecause(session, invitee) ?? [])

function missingBecause(
  session: SessionFacts,
  { personId, invitedOn, reply, repliedOn, exception }: Invitee,
): Missing | undefined {
  const answeredOn = repliedOn ?? invitedOn
  const decided = exceptionDecided(exception)
  if (reply === 'declined' && decided?.decision === 'approved') return undefined
  const day = dayOf(session)
  if (reply === null || answeredOn.isAfter(day))
    return { personId, because: 'no-reply', why: `No reply by ${govukDate(day)}` }
  if (reply !== 'declined') return undefined
  const declined = `Declined on ${govukDate(answeredOn)}`
  if (exception === null) return { personId, because: 'no-exception', why: `${declined}; no exception was asked for` }
  if (decided !== undefined)
    return { personId, because: 'refused', why: `${declined}; the exception was refused on ${govukDate(decided.on)}` }
  const lacks = exception.reasonGiven === false ? 'no reason was given' : 'reason and cover are not approved yet'
  return { personId, because: 'not-approved', why: `${declined}; ${lacks}` }
}
