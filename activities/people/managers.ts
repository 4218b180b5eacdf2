import { MANAGERS } from '../../domain/access/mayAct'
import type { Database, Transaction } from '../../prisma/database'

/** Who manages a team, or those above it, on a day (ISO date) and is in post, by person id. */
export const managers = async (tx: Transaction | Database, day: string): Promise<readonly string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
      select distinct p.id from person p join role_grant g on g.person_id = p.id
      where g.role = any(${[...MANAGERS]}::text[]) and g.from_on <= ${day}::date and (g.to_on is null or g.to_on >= ${day}::date)
        and (p.left_on is null or p.left_on > ${day}::date)
      order by p.id`
  ).map(({ id }) => id)
