import type { Database } from '../../prisma/database'
import { realNow } from '../realNow'

export interface ProcessState {
  readonly id: 'round' | 'reconcile'
  /** Epoch milliseconds on the authority's clock. */
  readonly nextMoment: number | null
  /** Epoch milliseconds of real time. */
  readonly waitsSince: number | null
  readonly report: Readonly<Record<string, number>> | null
  /** What a person has to see, though it answered; what kept it from answering goes when it does. */
  readonly problem: string | null
}

export async function readProcess(db: Database, id: ProcessState['id']): Promise<ProcessState | undefined> {
  const [row] = await db.$queryRaw<
    (Pick<ProcessState, 'report' | 'problem'> & { next_moment: Date | null; waits_since: Date | null })[]
  >`
    select next_moment, waits_since, report, problem from process where id = ${id}`
  if (row === undefined) return undefined
  const { report, problem } = row
  const [nextMoment, waitsSince] = [row.next_moment?.getTime() ?? null, row.waits_since?.getTime() ?? null]
  return { id, nextMoment, waitsSince, report, problem }
}

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

/** Notes what a process answered, and that it did. What a report does not count stays as it was last counted. */
export async function saveProcess(
  db: Database,
  { id, nextMoment, waitsSince, report, problem }: ProcessState,
): Promise<void> {
  const json = report === null ? null : JSON.stringify(report)
  await db.$executeRaw`
    insert into process (id, next_moment, problem, asked_at, waits_since, report)
    values (${id}, ${iso(nextMoment)}::timestamptz, ${problem}, ${iso(realNow())}::timestamptz, ${iso(waitsSince)}::timestamptz, ${json}::jsonb)
    on conflict (id) do update set next_moment = excluded.next_moment, problem = excluded.problem, asked_at = excluded.asked_at,
      waits_since = excluded.waits_since, report = coalesce(process.report || excluded.report, excluded.report, process.report)`
}
