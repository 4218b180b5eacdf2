import type { LocalDate } from '@js-joda/core'
import type { Round } from '../../domain/escalation/round'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Recipients } from '../people/recipients'
import { writeNotices, type NoticeRow } from '../planning/writeNotices'
import type { AlertMember } from './alertMembers'
import { appendEntry } from './appendEntry'
import { logClosedTo } from './logClosedTo'
import { loadRungsTold } from './rungsTold'
import type { EscalationRow } from './lockEscalation'

/** One member of an alert, and by which name it is told. */
export interface MemberStep {
  readonly member: AlertMember
  readonly step: string
}

/** What is told at one time (`Round`), of members as they are kept. */
export interface Tell extends Omit<Round, 'steps'> {
  readonly steps: readonly MemberStep[]
}

interface Telling {
  readonly escalation: EscalationRow
  readonly tell: Tell
  readonly recipients: Recipients
  readonly on: LocalDate
  readonly now: number
}

/**
 * Tells everybody who stands on a rung today, once each, and puts each on the log with the reason why it is this person. Who was told on a rung below, or
 * is not reached by mail, is passed over for the next person. The log holds what was written: somebody who had this very notice before is on it as skipped.
 */
export async function tellRung(tx: Transaction, { escalation, tell, recipients, on, now }: Telling): Promise<void> {
  const { rung, lane } = tell
  const passedOver = (await loadRungsTold(tx, escalation.case_id)).passedOver(escalation.id, rung ?? tell.insteadOf)
  const rows = tell.roles.flatMap((role) =>
    tell.steps.flatMap(({ member, step }) =>
      recipients.whoIsAlerted(role, member.subject, passedOver).map(({ personId, why }): NoticeRow => ({
        id: newId(now),
        case_id: escalation.case_id,
        obligation_id: member.obligation_id,
        due_revision: member.due_revision,
        step,
        role,
        recipient_id: personId,
        why,
        lane,
        due_on: member.due_on,
        send_on: on.toString(),
        written_at: new Date(now).toISOString(),
        escalation_id: escalation.id,
      })),
    ),
  )
  const written = new Set(await writeNotices(tx, rows))
  const whyEach = new Map<string, string>()
  for (const { recipient_id, why } of rows) if (!whyEach.has(recipient_id)) whyEach.set(recipient_id, why)
  const log = { escalationId: escalation.id, rung, now }
  await logClosedTo(tx, { escalationId: escalation.id, tell, recipients, now })
  for (const [personId, why] of whyEach)
    await appendEntry(
      tx,
      written.has(personId)
        ? { ...log, entry: 'told', personId, reason: lane === 'digest' ? `${why}, in the next digest` : why }
        : { ...log, entry: 'skipped', personId, reason: 'was told the same of this date before' },
    )
  if (rows.length === 0 && rung !== null)
    await appendEntry(tx, { ...log, entry: 'skipped', personId: null, reason: 'nobody is left to tell on this rung' })
}
