import type { Database, Transaction } from '../../prisma/database'

/** Messages about these cases that no delivery has tried yet. */
export const messagesToStart = async (tx: Transaction | Database, caseIds: readonly string[]): Promise<string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
    select distinct m.id from message m join notice n on n.message_id = m.id
    where n.case_id = any(${[...caseIds]}::uuid[]) and m.state = 'created' and m.lane = 'at-once' order by m.id`
  ).map(({ id }) => id)
