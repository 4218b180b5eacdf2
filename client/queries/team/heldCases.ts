import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Reader } from '../reading/loadReader'
import { casesOf, type Teams } from './teamScope'

/** Which cases of these teams each person holds a child of today, by person: ids of cases. */
export async function heldCases(
  db: Database,
  reader: Reader,
  teams: Teams,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await rowsOf<{ rows: { readonly person_id: string; readonly cases: readonly string[] } }>(db, {
    rows: Prisma.sql`
      select h.person_id, array_agg(distinct h.case_id) as cases from case_holder h join case_file c on c.id = h.case_id
      where h.role = 'allocated-worker' and ${casesOf(reader, teams)} group by h.person_id`,
  })
  return new Map(rows.map(({ person_id, cases }) => [person_id, new Set(cases)]))
}
