import type { Transaction } from '../../prisma/database'

/** A notice of a case that still stands, with the key of its obligation. */
export interface ToldRow {
  readonly id: string
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly step: string
  readonly role: string
  readonly recipient_id: string
  readonly lane: string
  readonly due_on: string
  readonly due_revision: number
  readonly message_id: string | null
  readonly message_state: string | null
  readonly escalation_id: string | null
}

/** Every notice of the case that was not withdrawn, oldest revision first. */
export const toldNotices = (tx: Transaction, caseId: string): Promise<ToldRow[]> => tx.$queryRaw<ToldRow[]>`
  select n.id, o.rule, o.subject, o.trigger, o.part, n.step, n.role, n.recipient_id, n.lane, n.due_on::text, n.due_revision,
    n.message_id, m.state as message_state, n.escalation_id
  from notice n join obligation o on o.id = n.obligation_id left join message m on m.id = n.message_id
  where n.case_id = ${caseId}::uuid and n.withdrawn_at is null
  order by n.due_revision, n.id`
