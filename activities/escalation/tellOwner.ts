import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import { writeNotices } from '../planning/writeNotices'
import { alertMembers } from './alertMembers'

/** What a notice says its reader stands as who is to keep a promise: on no rung, and in no role of the case. */
export const PROMISE_OWNER = 'promise-owner'

interface Promised {
  readonly caseId: string
  readonly escalationId: string
  readonly rung: number
  readonly ownerId: string
  /** ISO dates are London days. */
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
}

/** Tells whoever is to keep a promise that somebody else made, about what leads the alert. The caller gives the notice its mail. */
export async function tellOwner(tx: Transaction, promised: Promised): Promise<void> {
  const { caseId, escalationId, rung, ownerId, today, now } = promised
  const [lead] = await alertMembers(tx, escalationId)
  if (lead === undefined) return
  await writeNotices(tx, [
    {
      ...{ id: newId(now), case_id: caseId, obligation_id: lead.obligation_id, due_revision: lead.due_revision },
      ...{
        step: `promised-${String(rung)}`,
        role: PROMISE_OWNER,
        recipient_id: ownerId,
        why: 'is named to keep a promise',
      },
      ...{ lane: 'at-once', due_on: lead.due_on, send_on: today.toString() },
      ...{ written_at: new Date(now).toISOString(), escalation_id: escalationId },
    },
  ])
}
