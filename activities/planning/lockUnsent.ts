import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'

export interface OpenEscalation {
  readonly id: string
  readonly obligation_id: string
}

/**
 * Locks, after the case, what a plan may change of what was told: open escalations, then notices that have not left, then their messages, each by
 * id (decision 11). A digest that is claiming notices, or a delivery that is writing one of the messages, either finishes first, or finds what
 * this plan leaves. Answers the open escalations.
 */
export async function lockUnsent(tx: Transaction, caseId: string): Promise<readonly OpenEscalation[]> {
  const { open, notices } = await rowsOf<{ open: OpenEscalation; notices: { readonly message_id: string | null } }>(
    tx,
    {
      open: Prisma.sql`
      select id, obligation_id from escalation where case_id = ${caseId}::uuid and state = 'open' order by id for update`,
      notices: Prisma.sql`
      select n.id, n.message_id from notice n where n.case_id = ${caseId}::uuid and n.withdrawn_at is null
        and (n.message_id is null or exists (select from message m where m.id = n.message_id and m.state in ('created', 'unsent')))
      order by n.id for update of n`,
    },
  )
  const messages = notices.flatMap(({ message_id }) => message_id ?? [])
  if (messages.length === 0) return open
  // A question of its own: a digest that held a notice until now may just have given it its message.
  await tx.$queryRaw`
    select id from message where id = any(${messages}::uuid[]) and state in ('created', 'unsent') order by id for share`
  return open
}
