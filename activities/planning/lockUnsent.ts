import type { Transaction } from '../../prisma/database'

export interface OpenEscalation {
  readonly id: string
  readonly obligation_id: string
}

/**
 * Locks, after the case, what a plan may change of what was told: open escalations, then notices that have not left, then their messages, each by
 * id (decision 11). A digest that is claiming notices, or a delivery that is writing one of the messages, either finishes first, or finds what
 * this plan leaves. One statement, in which the notices wait for the count of the escalations. Answers the open escalations.
 */
export async function lockUnsent(tx: Transaction, caseId: string): Promise<readonly OpenEscalation[]> {
  const [locked] = await tx.$queryRaw<{ open: OpenEscalation[]; messages: string[] }[]>`
    with open as materialized (
      select id, obligation_id from escalation where case_id = ${caseId}::uuid and state = 'open' order by id for update
    ), notices as materialized (
      select n.id, n.message_id from notice n
      where n.case_id = ${caseId}::uuid and n.withdrawn_at is null and (select count(*) from open) >= 0
        and (n.message_id is null or exists (select from message m where m.id = n.message_id and m.state in ('created', 'unsent')))
      order by n.id for update of n
    )
    select (select coalesce(json_agg(open order by id), '[]'::json) from open) as open,
      (select coalesce(json_agg(distinct message_id) filter (where message_id is not null), '[]'::json) from notices) as messages`
  if (locked === undefined) return []
  if (locked.messages.length > 0)
    // After the notices. A mail that a digest wrote while this waited for one is not among them: its delivery plans the case first, and waits for this.
    await tx.$queryRaw`
      select id from message where id = any(${locked.messages}::uuid[]) and state in ('created', 'unsent') order by id for share`
  return locked.open
}
