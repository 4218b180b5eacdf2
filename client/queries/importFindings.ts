import type { Finding } from '../../activities/import/finding'
import type { Database } from '../../prisma/database'

/** A finding beside those of the run before. */
export interface ComparedFinding extends Finding {
  readonly news: 'new' | 'still there' | 'gone'
}

/** What was found in a run, and what was found in the one before it and no longer is. By kind, file and line. */
export async function importFindings(db: Database, runId: string): Promise<readonly ComparedFinding[]> {
  return db.$queryRaw<ComparedFinding[]>`
    with mine as (select * from import_finding where run_id = ${runId}::uuid),
    before as (select f.* from import_finding f join import_run r on f.run_id = r.before_id where r.id = ${runId}::uuid)
    select m.kind, m.file, m.line, m.record, m.field, m.problem, m.taken,
      case when exists (select from before b where (b.kind, b.file) = (m.kind, m.file)
        and (b.record, b.field) is not distinct from (m.record, m.field)) then 'still there' else 'new' end as news
    from mine m
    union all
    select b.kind, b.file, b.line, b.record, b.field, b.problem, b.taken, 'gone' from before b
    where not exists (select from mine m where (b.kind, b.file) = (m.kind, m.file) and (b.record, b.field) is not distinct from (m.record, m.field))
    order by 1, 2, 3, 5`
}

export interface RunRow {
  readonly id: string
  readonly source: string
  readonly asAt: string
  readonly state: string
  readonly startedAt: Date
  readonly findings: number
}

/** The runs there have been, the newest first. */
export const importRuns = (db: Database, most = 30): Promise<RunRow[]> => db.$queryRaw<RunRow[]>`
  select id, source, as_at::text as "asAt", state, started_at as "startedAt",
    (select count(*) from import_finding f where f.run_id = r.id)::int as findings
  from import_run r order by number desc limit ${most}`
