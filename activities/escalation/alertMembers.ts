import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'

/** One thing an alert speaks of, as its obligation stands. */
export interface AlertMember {
  readonly obligation_id: string
  /** Late itself; else evidence beside what is. */
  readonly leads: boolean
  readonly rule: string
  readonly part: string
  /** The version of the rules its obligation follows. */
  readonly policy: string
  readonly subject: string
  readonly due_on: string
  readonly due_revision: number
}

/** What an open alert speaks of, what leads it first. */
export const membersOfAlert = (escalationId: string): Prisma.Sql => Prisma.sql`
  select m.obligation_id, m.leads, o.rule, o.part, o.policy, o.subject, o.due_on, o.due_revision
  from escalation_member m join obligation o on o.id = m.obligation_id join escalation e on e.id = m.escalation_id
  where m.escalation_id = ${escalationId}::uuid and m.left_at is null
  order by (m.obligation_id = e.obligation_id) desc, m.leads desc, o.due_on, m.obligation_id`

export const alertMembers = async (tx: Transaction, escalationId: string): Promise<readonly AlertMember[]> =>
  (await rowsOf<{ members: AlertMember }>(tx, { members: membersOfAlert(escalationId) })).members
