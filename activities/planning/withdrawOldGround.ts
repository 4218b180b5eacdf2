import type { Transaction } from '../../prisma/database'
import type { Recipients } from '../people/recipients'
import { hasLeft } from './obligationRow'
import { keyText, type ObligationRow } from './saveObligations'
import type { ToldRow } from './toldNotices'
import { withdrawNotices } from './writeNotices'

interface Ground {
  readonly told: readonly ToldRow[]
  readonly rows: readonly ObligationRow[]
  readonly recipients: Recipients
  readonly now: number
}

/**
 * Takes back every notice that has not left and whose ground has gone: the matter has ended, its date has moved, or its reader no longer
 * stands for that role. Answers the notices that still stand.
 */
export async function withdrawOldGround(
  tx: Transaction,
  { told, rows, recipients, now }: Ground,
): Promise<readonly ToldRow[]> {
  const byKey = new Map(rows.map((row) => [keyText(row), row]))
  const gone = new Map<string, string[]>()
  for (const notice of told) {
    if (hasLeft(notice)) continue
    const why = whyGone(notice, byKey.get(keyText(notice)), recipients)
    if (why !== null) gone.set(why, [...(gone.get(why) ?? []), notice.id])
  }
  for (const [why, ids] of gone) await withdrawNotices(tx, ids, why, new Date(now).toISOString())
  const withdrawn = new Set([...gone.values()].flat())
  return told.filter((notice) => !withdrawn.has(notice.id))
}

function whyGone(notice: ToldRow, obligation: ObligationRow | undefined, recipients: Recipients): string | null {
  if (obligation === undefined) return 'what it was about has been taken back'
  if (obligation.state !== 'open') return `it has ended: ${obligation.state}`
  if (obligation.due_on !== notice.due_on) return 'the date has moved'
  const stands = recipients.whoFor(notice.role, notice.subject)
  return stands.some((person) => person.personId === notice.recipient_id)
    ? null
    : 'its reader no longer stands for that role'
}
