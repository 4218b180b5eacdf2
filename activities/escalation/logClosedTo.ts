import type { Transaction } from '../../prisma/database'
import type { Recipients } from '../people/recipients'
import { appendEntry } from './appendEntry'

interface Closed {
  readonly escalation: { readonly id: string; readonly subject: string }
  readonly tell: { readonly rung: number | null; readonly roles: readonly string[] }
  readonly recipients: Pick<Recipients, 'closedTo'>
  readonly now: number
}

/** Puts on the log who stands on a rung and was not told, because the case is restricted and they have no access to it: once each. */
export async function logClosedTo(tx: Transaction, { escalation, tell, recipients, now }: Closed): Promise<void> {
  const met = new Set<string>()
  for (const { person, why } of tell.roles.flatMap((role) => recipients.closedTo(role, escalation.subject))) {
    if (met.has(person)) continue
    met.add(person)
    const reason = `was not told: ${why}`
    await appendEntry(tx, {
      escalationId: escalation.id,
      entry: 'skipped',
      rung: tell.rung,
      personId: person,
      reason,
      now,
    })
  }
}
