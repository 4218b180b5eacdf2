import type { Database } from '../../prisma/database'
import { realNow } from '../clock'

export interface ProcessState {
  readonly id: 'round' | 'reconcile'
  /** Epoch milliseconds on the authority's clock. */
  readonly nextMoment: number | null
  /** Epoch milliseconds of real time. */
  readonly waitsSince: number | null
  readonly report: Readonly<Record<string, number>> | null
}

export async function readProcess(
  db: Database,
  id: ProcessState['id'],
): Promise<Pick<ProcessState, 'nextMoment' | 'waitsSince'> | undefined> {
  const [row] = await db.$queryRaw<{ next_moment: Date | null; waits_since: Date | null }[]>`
    select next_moment, waits_since from process where id = ${id}`
  return row === undefined
    ? undefined
    : { nextMoment: row.next_moment?.getTime() ?? null, waitsSince: row.waits_since?.getTime() ?? null }
}

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

/** Notes what a process answered, and that it did. What a report does not count stays as it was last counted. */
export async function saveProcess(db: Database, { id, nextMoment, waitsSince, report }: ProcessState): Promise<void> {
  const json = report === null ? null : JSON.stringify(report)
  await db.$executeRaw`
    insert into process (id, next_moment, problem, asked_at, waits_since, report)
    values (${id}, ${iso(nextMoment)}::timestamptz, null, ${iso(realNow())}::timestamptz, ${iso(waitsSince)}::timestamptz, ${json}::jsonb)
    on conflict (id) do update set next_moment = excluded.next_moment, problem = null, asked_at = excluded.asked_at,
      waits_since = excluded.waits_since, report = coalesce(process.report || excluded.report, excluded.report, process.report)`
}
