import { loadFactsOf, type CaseOf } from '../../activities/planning/loadFacts'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Database } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'

export interface FoundCase {
  readonly id: string
  readonly facts: CaseFacts
  /** The team's name. */
  readonly team: string | null
}

interface Row extends CaseOf {
  readonly team: string | null
}

const PAGE = 100
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Cases with their facts, in order of id: two pages of them are in memory at once, never the county, for the next is read while one is looked at.
 * `ahead`: those that have or may have something ahead of them. `where`: a condition on `case_file c`, of what a reader may open; all unless told.
 */
export async function* casesByPage(
  db: Database,
  which: 'all' | 'ahead',
  where: Prisma.Sql = Prisma.sql`true`,
): AsyncGenerator<FoundCase> {
  let coming: Promise<readonly FoundCase[]> | null = pageAfter(db, BEFORE_ALL, { which, where })
  while (coming !== null) {
    const page: readonly FoundCase[] = await coming
    const last = page.at(-1)
    coming = last === undefined || page.length < PAGE ? null : pageAfter(db, last.id, { which, where })
    // Whoever goes on hears of a failure when the page is awaited; whoever has left needs no answer.
    coming?.catch(() => undefined)
    yield* page
  }
}

interface Wanted {
  readonly which: 'all' | 'ahead'
  readonly where: Prisma.Sql
}

async function pageAfter(db: Database, after: string, { which, where }: Wanted): Promise<readonly FoundCase[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    select c.id, c.ref, c.team_id, c.live_since::text, t.name as team from case_file c left join team t on t.id = c.team_id
    where c.id > ${after}::uuid and ${where}
      and (${which}::text = 'all' or c.open or c.facts_version <> c.planned_version
        or exists (select 1 from obligation o where o.case_id = c.id and o.state = 'open'))
    order by c.id limit ${PAGE}`)
  const facts = await loadFactsOf(db, rows)
  return rows.flatMap(({ id, team }, index) => {
    const known = facts[index]
    return known === undefined ? [] : [{ id, facts: known, team }]
  })
}
