import type { Database } from '../../../../prisma/database'

/** The children of a case by id, by their forenames. For pages of the case, whose reader was asked before. */
export async function childrenOf(db: Database, caseId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; forename: string }[]>`
    select id::text, forename from child where case_id = ${caseId}::uuid order by born_on, id`
  return new Map(rows.map(({ id, forename }) => [id, forename]))
}
