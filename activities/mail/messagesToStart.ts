import type { Transaction } from '../../prisma/database'

/** Messages about a case that no delivery has tried yet. */
export const messagesToStart = async (tx: Transaction, caseId: string): Promise<string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
    select distinct m.id from message m join notice n on n.message_id = m.id
    where n.case_id = ${caseId}::uuid and m.state = 'created' and m.lane = 'at-once' order by m.id`
  ).map(({ id }) => id)
