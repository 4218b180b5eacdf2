import type { Transaction } from '../../prisma/database'

export interface EscalationRow {
  readonly id: string
  readonly case_id: string
  readonly obligation_id: string
  readonly state: string
  readonly rule: string
  readonly part: string
  /** The version of the rules its obligation follows. */
  readonly policy: string
  readonly subject: string
  readonly due_on: string
  readonly due_revision: number
}

/** Locks one escalation (after its case, always) and reads the obligation it is about. */
export async function lockEscalation(tx: Transaction, escalationId: string): Promise<EscalationRow | undefined> {
  const [row] = await tx.$queryRaw<EscalationRow[]>`
    select e.id, e.case_id, e.obligation_id, e.state, o.rule, o.part, o.policy, o.subject, o.due_on::text, o.due_revision
    from escalation e join obligation o on o.id = e.obligation_id where e.id = ${escalationId}::uuid for update of e`
  return row
}
