import { policeAlone } from '../../../../domain/access/policeAlone'
import { Prisma } from '../../../../prisma/generated/client'
import type { Reader } from '../../reading/loadReader'

/**
 * On `attendance a`: by this line the reader takes part in the session. Invited themselves, or named to come in the place of somebody whose absence a manager has approved.
 * Police take part in none, whatever lines there are.
 */
export const takesPart = (reader: Pick<Reader, 'id' | 'roles'>): Prisma.Sql =>
  policeAlone(reader)
    ? Prisma.sql`false`
    : Prisma.sql`(a.uninvited_on is null and (a.person_id = ${reader.id}::uuid or (a.cover_id = ${reader.id}::uuid and a.approved is true)))`
