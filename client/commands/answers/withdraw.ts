import { alertMembers } from '../../../activities/escalation/alertMembers'
import { endEscalation } from '../../../activities/escalation/endEscalation'
import { createAtOnceMessages } from '../../../activities/mail/createAtOnceMessages'
import { newId } from '../../../activities/newId'
import { loadRecipients } from '../../../activities/people/recipients'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { writeNotices } from '../../../activities/planning/writeNotices'
import { knownOn } from '../../../domain/chronology/knownOn'
import { refuse, type Answering, type AnswerGiven } from './answering'

/** Ends the alert without the fact: a named manager's reason, which whoever stands above is told. */
export const withdraw: AnswerGiven = async (answering) => {
  const { tx, command, row, rules, now } = answering
  if (command.reason.trim() === '')
    return refuse('bad-data', 'Say why it is withdrawn: the manager above reads the reason.')
  await tellAbove(answering)
  const { escalationId, reason, actorId, commandId } = command
  await endEscalation(tx, { escalationId, entry: 'withdrawn', personId: actorId, reason, now, commandId })
  await createAtOnceMessages(tx, row.id, rules, now)
  return undefined
}

/** Whoever stands on the next rung, or at the top an administrator; never the one who withdraws it. */
async function tellAbove({ tx, command, row, escalation, ladder, rung, today, now }: Answering): Promise<void> {
  const [lead] = await alertMembers(tx, escalation.id)
  if (lead === undefined) return
  const recipients = await loadRecipients(tx, { row, facts: knownOn(await loadFacts(tx, row), today), day: today })
  const role = ladder[rung]?.role ?? 'administrator'
  const passedOver = { toldBelow: new Set([command.actorId]), notReached: new Set<string>() }
  const rows = recipients.whoIsAlerted(role, lead.subject, passedOver).map(({ personId, why }) => ({
    ...{ id: newId(now), case_id: row.id, obligation_id: lead.obligation_id, due_revision: lead.due_revision },
    ...{ step: 'withdrawn', role, recipient_id: personId, why, lane: 'at-once', due_on: lead.due_on },
    ...{ send_on: today.toString(), written_at: new Date(now).toISOString(), escalation_id: escalation.id },
  }))
  await writeNotices(tx, rows)
}
