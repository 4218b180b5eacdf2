import type { Database } from '../../prisma/database'
import type { PreviewSummary } from '../../activities/import/run/previewSummary'
import type { RunState } from '../../activities/import/run/importRun'

/** How far a run has come. Days are ISO text. */
export interface ImportProgress {
  readonly id: string
  readonly source: 'ssd' | 'census'
  readonly asAt: string
  readonly state: RunState
  readonly problem: string | null
  /** Rows by table read so far. */
  readonly read: Readonly<Record<string, number>>
  readonly cases: {
    readonly concerned: number
    readonly previewed: number
    readonly applied: number
    readonly changed: number
  }
  readonly newFacts: number
  readonly preview: PreviewSummary | null
  readonly findings: number
}

export async function importProgress(db: Database, runId: string): Promise<ImportProgress | undefined> {
  const [row] = await db.$queryRaw<(Omit<ImportProgress, 'cases'> & ImportProgress['cases'])[]>`
    select r.id, r.source, r.as_at::text as "asAt", r.state, r.problem, r.tables_read as read, r.preview,
      count(c.*)::int as concerned, count(c.previewed)::int as previewed, count(c.applied_at)::int as applied,
      count(*) filter (where c.new_facts > 0)::int as changed, coalesce(sum(c.new_facts), 0)::int as "newFacts",
      (select count(*) from import_finding f where f.run_id = r.id)::int as findings
    from import_run r left join import_case c on c.run_id = r.id where r.id = ${runId}::uuid group by r.id`
  if (row === undefined) return undefined
  const { concerned, previewed, applied, changed, ...rest } = row
  return { ...rest, cases: { concerned, previewed, applied, changed } }
}
