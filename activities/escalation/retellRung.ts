import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Recipients } from '../people/recipients'
import type { ToldRow } from '../planning/toldNotices'
import { writeNotices } from '../planning/writeNotices'
import { appendEntry } from './appendEntry'
import type { RungsTold } from './rungsTold'

interface Retelling {
  /** One that has not left and was taken back because its reader changed. */
  readonly notice: ToldRow
  readonly recipients: Recipients
  readonly rungs: RungsTold
  readonly now: number
}

/**
 * Tells whoever stands on a rung now, when its reader changed before the mail left; the log says that the first one was not told. What the case
 * itself says is told anew by its agenda, so a notice of no escalation is left alone.
 */
export async function retellRung(tx: Transaction, { notice, recipients, rungs, now }: Retelling): Promise<void> {
  const { escalation_id: escalationId, recipient_id: first } = notice
  if (escalationId === null) return
  const rung = rungs.rungOf(escalationId, first) ?? null
  const log = { escalationId, rung, now }
  const reason = `was not told: no longer stands for ${notice.role.replaceAll('-', ' ')} when the mail was to leave`
  await appendEntry(tx, { ...log, entry: 'skipped', personId: first, reason })
  const below = rung === null ? undefined : rungs.below(escalationId, rung)
  for (const { personId, why } of recipients.whoFor(notice.role, notice.subject, below)) {
    const written = await writeNotices(tx, [
      {
        id: newId(now),
        case_id: notice.case_id,
        obligation_id: notice.obligation_id,
        due_revision: notice.due_revision,
        step: notice.step,
        role: notice.role,
        recipient_id: personId,
        why,
        lane: notice.lane,
        due_on: notice.due_on,
        send_on: notice.send_on,
        written_at: new Date(now).toISOString(),
        escalation_id: escalationId,
      },
    ])
    if (written > 0) await appendEntry(tx, { ...log, entry: 'told', personId, reason: why })
  }
}
