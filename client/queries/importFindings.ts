import type { Finding } from '../../activities/import/finding'
import type { ImportAction } from '../commands/auditImport'
import type { Database } from '../../prisma/database'

/** A finding beside those of the run before. */
export interface ComparedFinding extends Finding {
  readonly news: 'new' | 'still there' | 'gone'
}

/** What was found in a run, and what was found in the one before it and no longer is. By kind, file and line. */
export async function importFindings(db: Database, runId: string): Promise<readonly ComparedFinding[]> {
  return db.$queryRaw<ComparedFinding[]>`
    with mine as (select *, coalesce(record, '') as about, coalesce(field, '') as cell from import_finding where run_id = ${runId}::uuid),
    before as (
      select f.*, coalesce(record, '') as about, coalesce(field, '') as cell
      from import_finding f join import_run r on f.run_id = r.before_id where r.id = ${runId}::uuid),
    -- Plain equalities: only these can be compared without looking at every pair, and a broken export has tens of thousands.
    both_runs as (select distinct kind, file, about, cell from mine join before using (kind, file, about, cell))
    select m.kind, m.file, m.line, m.record, m.field, m.problem, m.taken, case when s.kind is null then 'new' else 'still there' end as news
    from mine m left join both_runs s using (kind, file, about, cell)
    union all
    select b.kind, b.file, b.line, b.record, b.field, b.problem, b.taken, 'gone'
    from before b left join both_runs s using (kind, file, about, cell) where s.kind is null
    order by 1, 2, 3, 5`
}

/** Whether there was such a run. */
export const isImportRun = async (db: Database, runId: string): Promise<boolean> =>
  (await db.$queryRaw<unknown[]>`select 1 from import_run where id = ${runId}::uuid`).length > 0

export interface RunRow {
  readonly id: string
  readonly source: string
  readonly asAt: string
  readonly state: string
  readonly startedAt: Date
  readonly findings: number
  /** Who began it and who decided, by name; null: nobody was named. What has no entry did not happen, or before this was written down. */
  readonly by: Readonly<Partial<Record<ImportAction, string | null>>>
}

/** The runs there have been, the newest first. */
export const importRuns = (db: Database, most = 30): Promise<RunRow[]> => db.$queryRaw<RunRow[]>`
  with said as (
    select a.detail->>'run' as run, jsonb_object_agg(a.action, p.name) as by from audit_event a left join person p on p.id = a.actor_id
    where a.action in ('import-started', 'import-applied', 'import-given-up') group by 1)
  select r.id, r.source, r.as_at::text as "asAt", r.state, r.started_at as "startedAt",
    (select count(*) from import_finding f where f.run_id = r.id)::int as findings, coalesce(said.by, '{}'::jsonb) as by
  from import_run r left join said on said.run = r.id::text order by r.number desc limit ${most}`
