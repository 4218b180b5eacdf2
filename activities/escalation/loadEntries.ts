import type { LadderEntry } from '../../domain/escalation/ladder'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'

/** What has happened on an escalation so far, as the ladder reads it. */
export async function loadEntries(tx: Transaction, escalationId: string): Promise<LadderEntry[]> {
  const rows = await tx.$queryRaw<{ entry: string; rung: number | null; at: Date; reason: string }[]>`
    select entry, rung, at, reason from escalation_entry where escalation_id = ${escalationId}::uuid order by number`
  return rows.flatMap(({ entry, rung, at, reason }): LadderEntry[] => {
    const on = londonDay(at.getTime())
    // A rung on which nobody new was left to tell has spoken all the same: the next counts from it.
    if (entry === 'skipped' && rung !== null) return [{ entry: 'told', rung, on }]
    if (entry === 'told' && rung !== null) return [{ entry, rung, on }]
    if (entry === 'acknowledged' && rung !== null) return [{ entry, rung, on }]
    if (entry === 'withdrawn') return [{ entry, on, reason }]
    return []
  })
}
