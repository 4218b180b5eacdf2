import type { LocalDate } from '@js-joda/core'
import type { Role } from '../../domain/access/role'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Recipients } from '../people/recipients'
import { writeNotices } from '../planning/writeNotices'
import { appendEntry } from './appendEntry'
import type { EscalationRow } from './lockEscalation'

interface Tell {
  readonly escalation: EscalationRow
  /** `rung`: null for what is told at once, on no rung. */
  readonly tell: { readonly rung: number | null; readonly step: string; readonly roles: readonly Role[] }
  readonly recipients: Recipients
  readonly on: LocalDate
  readonly now: number
}

/** Tells everybody who stands on a rung today, once each, and puts each on the log with the reason why it is this person. */
export async function tellRung(tx: Transaction, { escalation, tell, recipients, on, now }: Tell): Promise<void> {
  const told = new Set<string>()
  for (const role of tell.roles) {
    for (const { personId, why } of recipients.whoFor(role, escalation.subject)) {
      if (told.has(personId)) continue
      told.add(personId)
      await writeNotices(tx, [
        {
          id: newId(now),
          case_id: escalation.case_id,
          obligation_id: escalation.obligation_id,
          due_revision: escalation.due_revision,
          step: tell.step,
          role,
          recipient_id: personId,
          why,
          lane: 'at-once',
          due_on: escalation.due_on,
          send_on: on.toString(),
          written_at: new Date(now).toISOString(),
          escalation_id: escalation.id,
        },
      ])
      await appendEntry(tx, { escalationId: escalation.id, entry: 'told', rung: tell.rung, personId, reason: why, now })
    }
  }
}
