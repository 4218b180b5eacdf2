import type { Database } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'

/** Cases whose facts are newer than their plan, or whose plan was made under other rules. */
export const staleCases = async (db: Database, rulesVersion: string): Promise<ProcessName[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
    select id from case_file where facts_version <> planned_version or rules_version <> ${rulesVersion} order by id`
  ).map(({ id }) => ({
    type: 'caseTimeline',
    id,
  }))
