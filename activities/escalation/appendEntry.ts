import type { Transaction } from '../../prisma/database'

export interface NewEntry {
  readonly escalationId: string
  /** `skipped`: somebody who stands on the rung and was not told; the reason says why. */
  readonly entry: 'told' | 'skipped' | 'acknowledged' | 'resolved' | 'withdrawn'
  readonly rung: number | null
  readonly personId: string | null
  readonly reason: string
  readonly now: number
}

/** Adds one line to the log of an escalation, which its caller has locked. */
export const appendEntry = (
  tx: Transaction,
  { escalationId, entry, rung, personId, reason, now }: NewEntry,
): Promise<number> => tx.$executeRaw`
  insert into escalation_entry (escalation_id, number, entry, rung, person_id, at, reason)
  select ${escalationId}::uuid, coalesce(max(number), 0) + 1, ${entry}, ${rung}::int, ${personId}::uuid,
    ${new Date(now).toISOString()}::timestamptz, ${reason}
  from escalation_entry where escalation_id = ${escalationId}::uuid`
