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
  /** What is on the log already of this round: one line for all that an alert speaks of. */
  readonly logged: Set<string>
}

/**
 * Tells whoever stands on a rung now, when its reader changed before the mail left; the log says that the first one was not told. What the case
 * itself says is told anew by its agenda, so a notice of no escalation is left alone.
 */
export async function retellRung(
  tx: Transaction,
  { notice, recipients, rungs, now, logged }: Retelling,
): Promise<void> {
  const { escalation_id: escalationId, recipient_id: first } = notice
  if (escalationId === null) return
  const rung = rungs.rungOf(escalationId, first) ?? null
  const log = { escalationId, rung, now }
  const reason = `was not told: no longer stands for ${notice.role.replaceAll('-', ' ')} when the mail was to leave`
  const once = async (entry: 'told' | 'skipped', personId: string, why: string): Promise<void> => {
    const line = [escalationId, String(rung), entry, personId].join(' ')
    if (logged.has(line)) return
    logged.add(line)
    await appendEntry(tx, { ...log, entry, personId, reason: why })
  }
  await once('skipped', first, reason)
  const passedOver = rungs.passedOver(escalationId, rung ?? undefined)
  for (const { personId, why } of recipients.whoIsAlerted(notice.role, notice.subject, passedOver)) {
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
    if (written.length > 0) await once('told', personId, why)
  }
}
