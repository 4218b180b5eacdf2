import { loadFactsOf, type CaseOf } from '../../activities/planning/loadFacts'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Database } from '../../prisma/database'

export interface FoundCase {
  readonly id: string
  readonly facts: CaseFacts
  /** The team's name. */
  readonly team: string | null
}

interface Row extends CaseOf {
  readonly team: string | null
}

const PAGE = 200
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Cases with their facts, in order of id: a page of them is in memory at once, never the county. `ahead`: those that have or may have something ahead of them. */
export async function* casesByPage(db: Database, which: 'all' | 'ahead'): AsyncGenerator<FoundCase> {
  for (let after = BEFORE_ALL; ;) {
    const rows: readonly Row[] = await db.$queryRaw<Row[]>`
      select c.id, c.ref, c.team_id, c.live_since::text, t.name as team from case_file c left join team t on t.id = c.team_id
      where c.id > ${after}::uuid
        and (${which}::text = 'all' or c.open or c.facts_version <> c.planned_version
          or exists (select 1 from obligation o where o.case_id = c.id and o.state = 'open'))
      order by c.id limit ${PAGE}`
    const facts = await loadFactsOf(db, rows)
    for (const [index, { id, team }] of rows.entries()) {
      const known = facts[index]
      if (known !== undefined) yield { id, facts: known, team }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.id
  }
}
