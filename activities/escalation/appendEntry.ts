import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'

export interface NewEntry {
  readonly escalationId: string
  /** `skipped`: somebody who stands on the rung and was not told; the reason says why. */
  readonly entry:
    | 'told'
    | 'skipped'
    | 'acknowledged'
    | 'promised'
    | 'more-time'
    | 'passed-up'
    | 'challenged'
    | 'carried'
    | 'joined'
    | 'owner-left'
    | 'resolved'
    | 'withdrawn'
  readonly rung: number | null
  readonly personId: string | null
  readonly reason: string
  /** Epoch milliseconds. */
  readonly now: number
  /** The last day of a promise or of more time. */
  readonly until?: LocalDate
  /** Who keeps a promise. */
  readonly ownerId?: string
  /** The command that a person gave; answered once. */
  readonly commandId?: string
}

/** Adds one line to the log of an escalation, which its caller has locked. */
export const appendEntry = (
  tx: Transaction,
  { escalationId, entry, rung, personId, reason, now, until, ownerId, commandId }: NewEntry,
): Promise<number> => tx.$executeRaw`
  insert into escalation_entry (escalation_id, number, entry, rung, person_id, at, reason, until_on, owner_id, command_id)
  select ${escalationId}::uuid, coalesce(max(number), 0) + 1, ${entry}, ${rung}::int, ${personId}::uuid,
    ${new Date(now).toISOString()}::timestamptz, ${reason}, ${until?.toString() ?? null}::date, ${ownerId ?? null}::uuid, ${commandId ?? null}::uuid
  from escalation_entry where escalation_id = ${escalationId}::uuid`
