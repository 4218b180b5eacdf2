import type { Transaction } from '../../prisma/database'

/** The cases, by id, on which something that has not left waits for one of these people. */
export async function casesWaitingFor(tx: Transaction, people: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ case_id: string }[]>`
    select distinct n.case_id::text from notice n left join message m on m.id = n.message_id
    where n.recipient_id = any(${[...people]}::uuid[]) and n.withdrawn_at is null
      and (n.message_id is null or m.state in ('created', 'unsent')) order by 1`
  return rows.map(({ case_id }) => case_id)
}
