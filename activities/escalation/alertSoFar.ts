import type { LocalDate } from '@js-joda/core'
import type { LadderEntry } from '../../domain/escalation/ladder'
import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'
import { membersOfAlert, type AlertMember } from './alertMembers'
import { entriesOf, ladderEntries, type EntryRow } from './loadEntries'
import { promisesOfLeavers, type LeaversPromise } from './promisesOfLeavers'

/** A step by which somebody was told of a member. */
interface ToldStep {
  readonly obligation_id: string
  readonly step: string
  /** Told in this alert, or in another about the same date. */
  readonly speaks: boolean
  /** Told of the date it has now, in an alert or not. */
  readonly same_date: boolean
}

/** An open alert as it stands. */
export interface AlertSoFar {
  readonly members: readonly AlertMember[]
  readonly entries: readonly LadderEntry[]
  readonly told: readonly ToldStep[]
  /** Promises it waits for though whoever was to keep them has left. */
  readonly leavers: readonly LeaversPromise[]
}

/** What an alert speaks of, what has happened on it, and what has been told of its members, in one round trip. */
export async function alertSoFar(tx: Transaction, escalationId: string, today: LocalDate): Promise<AlertSoFar> {
  const { entries, ...rest } = await rowsOf<{
    members: AlertMember
    entries: EntryRow
    told: ToldStep
    leavers: LeaversPromise
  }>(tx, {
    members: membersOfAlert(escalationId),
    entries: entriesOf(escalationId),
    told: toldOf(escalationId),
    leavers: Prisma.sql`select * from (${promisesOfLeavers(today)}) theirs where theirs.escalation_id = ${escalationId}::uuid`,
  })
  return { ...rest, entries: ladderEntries(entries) }
}

/** A member of which there is no notice that speaks came when the rungs had spoken, or its date moved before the mail left. */
const toldOf = (escalationId: string): Prisma.Sql => Prisma.sql`
  select n.obligation_id, n.step, n.due_revision = o.due_revision as same_date,
    bool_or(n.escalation_id is not null and (n.escalation_id = m.escalation_id or n.due_revision = o.due_revision)) as speaks
  from notice n join escalation_member m on m.obligation_id = n.obligation_id join obligation o on o.id = n.obligation_id
  where m.escalation_id = ${escalationId}::uuid and m.left_at is null and n.withdrawn_at is null
  group by n.obligation_id, n.step, same_date`
