import { exceptionDecided } from './exceptionDecided'
import type { Undated } from './dated'
import { beforehand, unlessExcused } from './matterStanding'
import type { Invitee, SessionFacts } from './sessionFacts'

/**
 * What is asked of one invitee: the reminder of the session, a reply, and of one who declined an exception. Any answer is a reply. Who may stay away is not
 * reminded any more; a refusal is a decision too, and the session expects that person.
 */
export function inviteeMatters(
  session: SessionFacts,
  { personId, invitedOn, reply, repliedOn, exception }: Invitee,
): readonly Undated[] {
  const common = { subject: personId, session: session.on }
  const invited = {
    ...common,
    from: { what: 'Session', on: session.on },
    known: { what: 'Invited', on: invitedOn },
  }
  const answeredOn = reply === null ? null : (repliedOn ?? invitedOn)
  const decided = exceptionDecided(exception)
  const excused = reply === 'declined' && decided?.decision === 'approved'
  const matters = [
    { step: 'attend', ...invited, standing: unlessExcused(session, excused) },
    { step: 'reply', ...invited, standing: beforehand(session, answeredOn) },
  ] as const
  if (reply !== 'declined' || answeredOn === null) return matters
  const declined = { what: 'Declined', on: answeredOn }
  const standing = beforehand(session, decided?.on ?? null)
  return [...matters, { step: 'exception', ...common, from: declined, known: declined, standing }]
}
