import type { RungsTold } from '../escalation/rungsTold'
import type { Recipient, Recipients } from '../people/recipients'
import type { ToldRow } from './toldNotices'

/** Who is told by a notice that has not left, as things stand: on the rung of an alert the next person where mail does not arrive, or who was told below. */
export function readersOf(
  notice: Pick<ToldRow, 'role' | 'subject' | 'escalation_id' | 'recipient_id'>,
  { recipients, rungs }: { readonly recipients: Recipients; readonly rungs: RungsTold },
): readonly Recipient[] {
  const { role, subject, escalation_id: escalationId, recipient_id: reader } = notice
  if (escalationId === null) return recipients.whoFor(role, subject)
  return recipients.whoIsAlerted(role, subject, rungs.passedOver(escalationId, rungs.rungOf(escalationId, reader)))
}
