import { loadFactsOf } from '../../activities/planning/loadFacts'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Database } from '../../prisma/database'

export interface FoundCase {
  readonly facts: CaseFacts
  /** The team's name. */
  readonly team: string | null
}

interface Row {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
  readonly team: string | null
}

const PAGE = 200

/** Every case that has or may have something ahead of it, with its facts, in order of id: a page of cases is in memory at once, never the county. */
export async function* everyCase(db: Database): AsyncGenerator<FoundCase> {
  for (let after: string | null = null; ;) {
    const rows: readonly Row[] = await db.$queryRaw<Row[]>`
      select c.id, c.ref, c.team_id, c.live_since::text, t.name as team from case_file c left join team t on t.id = c.team_id
      where (${after}::uuid is null or c.id > ${after}::uuid)
        and (c.open or c.facts_version <> c.planned_version
          or exists (select 1 from obligation o where o.case_id = c.id and o.state = 'open'))
      order by c.id limit ${PAGE}`
    const facts = await loadFactsOf(db, rows)
    for (const [index, one] of facts.entries()) yield { facts: one, team: rows[index]?.team ?? null }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.id
  }
}
