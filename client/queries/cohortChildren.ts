import { childrenOf, type CohortAsked, type CohortChild } from '../../domain/cohort/childrenOf'
import type { Database } from '../../prisma/database'
import type { Prisma } from '../../prisma/generated/client'
import { casesByPage } from './casesByPage'

export interface CohortCaseChild extends CohortChild {
  /** Not everybody may open the case. */
  readonly restricted: boolean
}

/**
 * The children of all cases, closed ones too, who have an index date in the window, read a page of cases at a time. `teams`: of cases with these now, by id, null
 * among them for cases without one; undefined: all. `where`: a condition on `case_file c`, of
 * what a reader may open. No names.
 */
export async function cohortChildren(
  db: Database,
  asked: CohortAsked,
  teams: readonly (string | null)[] | undefined,
  where?: Prisma.Sql,
): Promise<readonly CohortCaseChild[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select case_id::text as id from case_restriction where lifted_at is null`
  const restricted = new Set(rows.map(({ id }) => id))
  const found: CohortCaseChild[] = []
  for await (const { id, facts } of casesByPage(db, 'all', where)) {
    if (teams !== undefined && !teams.includes(facts.team)) continue
    for (const child of childrenOf(facts, asked)) found.push({ ...child, restricted: restricted.has(id) })
  }
  return found
}
