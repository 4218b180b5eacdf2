import type { Database } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'

const NIL = '00000000-0000-0000-0000-000000000000'

/** The next processes that should be running, by type and id; `limit` at most. Fewer than that, and there are no more. */
export const someClocks = (db: Database, after: ProcessName | undefined, limit: number): Promise<ProcessName[]> => {
  const type = after?.type ?? ''
  const id = after === undefined || after.id === '' ? NIL : after.id
  return db.$queryRaw<ProcessName[]>`
    with place as (select ${type}::text as type, ${id}::uuid as id)
    select type, id from (
      (select 'caseTimeline' as type, c.id::text as id from case_file c, place p
        where (c.next_moment is not null or c.facts_version <> c.planned_version)
          and (p.type < 'caseTimeline' collate "C" or (p.type = 'caseTimeline' and c.id > p.id)) order by c.id limit ${limit})
      union all (select 'delivery', m.id::text from message m, place p
        where m.state in ('created', 'sending', 'unsent', 'unknown')
          and (p.type < 'delivery' collate "C" or (p.type = 'delivery' and m.id > p.id)) order by m.id limit ${limit})
      union all (select 'importCaseload', r.id::text from import_run r, place p
        where (r.state in ('reading', 'previewing', 'waiting', 'applying') or exists (select from import_row w where w.run_id = r.id))
          and (p.type < 'importCaseload' collate "C" or (p.type = 'importCaseload' and r.id > p.id)) order by r.id limit ${limit})
      union all select 'morningRound', '' from place p where p.type < 'morningRound' collate "C"
      union all (select 'stalledPlanEscalation', e.id::text from escalation e, place p
        where e.state = 'open'
          and (p.type < 'stalledPlanEscalation' collate "C" or (p.type = 'stalledPlanEscalation' and e.id > p.id)) order by e.id limit ${limit})
    ) every_clock order by type collate "C", id collate "C" limit ${limit}`
}

const PAGE = 1_000

/** Every process that should be running. */
export async function everyClock(db: Database): Promise<ProcessName[]> {
  const found: ProcessName[] = []
  for (;;) {
    const page = await someClocks(db, found.at(-1), PAGE)
    found.push(...page)
    if (page.length < PAGE) return found
  }
}
