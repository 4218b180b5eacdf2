import type { LadderEntry } from '../../domain/escalation/ladder'
import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'
import { membersOfAlert, type AlertMember } from './alertMembers'
import { entriesOf, ladderEntries, type EntryRow } from './loadEntries'

/** An open alert as it stands. */
export interface AlertSoFar {
  readonly members: readonly AlertMember[]
  readonly entries: readonly LadderEntry[]
  /** Ids of members of which somebody has been told in it, or elsewhere about the same date. */
  readonly told: ReadonlySet<string>
}

/** What an alert speaks of, what has happened on it, and of which members it has spoken, in one round trip. */
export async function alertSoFar(tx: Transaction, escalationId: string): Promise<AlertSoFar> {
  const { members, entries, told } = await rowsOf<{
    members: AlertMember
    entries: EntryRow
    told: { readonly obligation_id: string }
  }>(tx, { members: membersOfAlert(escalationId), entries: entriesOf(escalationId), told: toldOf(escalationId) })
  return { members, entries: ladderEntries(entries), told: new Set(told.map(({ obligation_id }) => obligation_id)) }
}

/** A member of which there is no such notice came when the rungs had spoken, or its date moved before the mail left. */
const toldOf = (escalationId: string): Prisma.Sql => Prisma.sql`
  select distinct n.obligation_id from notice n join escalation_member m on m.obligation_id = n.obligation_id
    join obligation o on o.id = n.obligation_id
  where m.escalation_id = ${escalationId}::uuid and m.left_at is null and n.withdrawn_at is null and n.escalation_id is not null
    and (n.escalation_id = m.escalation_id or n.due_revision = o.due_revision)`
