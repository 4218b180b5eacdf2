import type { LocalDate } from '@js-joda/core'
import type { Role } from '../../domain/access/role'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Recipients } from '../people/recipients'
import { writeNotices } from '../planning/writeNotices'
import { appendEntry } from './appendEntry'
import { loadRungsTold } from './rungsTold'
import type { EscalationRow } from './lockEscalation'

interface Tell {
  readonly escalation: EscalationRow
  /** `rung`: null for what is told at once, on no rung. */
  readonly tell: { readonly rung: number | null; readonly step: string; readonly roles: readonly Role[] }
  readonly recipients: Recipients
  readonly on: LocalDate
  readonly now: number
}

/**
 * Tells everybody who stands on a rung today, once each, and puts each on the log with the reason why it is this person. Who was told on a rung below is
 * passed over for the next person. The log holds what was written: somebody who had this very notice before is on it as skipped.
 */
export async function tellRung(tx: Transaction, { escalation, tell, recipients, on, now }: Tell): Promise<void> {
  const { rung } = tell
  const below = rung === null ? undefined : (await loadRungsTold(tx, escalation.case_id)).below(escalation.id, rung)
  const met = new Set<string>()
  const log = { escalationId: escalation.id, rung, now }
  for (const role of tell.roles) {
    for (const { personId, why } of recipients.whoFor(role, escalation.subject, below)) {
      if (met.has(personId)) continue
      met.add(personId)
      const written = await writeNotices(tx, [
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
      await appendEntry(
        tx,
        written > 0
          ? { ...log, entry: 'told', personId, reason: why }
          : { ...log, entry: 'skipped', personId, reason: 'was told the same of this date before' },
      )
    }
  }
  if (met.size === 0 && rung !== null)
    await appendEntry(tx, { ...log, entry: 'skipped', personId: null, reason: 'nobody is left to tell on this rung' })
}
