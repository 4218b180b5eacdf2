import type { Database } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'
import type { ClockReading } from '../clock'

const REAL_MINUTE_MS = 60 * 1000

/** Processes whose moment passed a real minute ago and that nobody has answered: gone, stuck, or never started. */
export async function overdueProcesses(db: Database, clock: ClockReading): Promise<ProcessName[]> {
  const before = new Date(clock.now - REAL_MINUTE_MS * clock.scale).toISOString()
  const rows = await db.$queryRaw<{ type: ProcessName['type']; id: string }[]>`
    select 'caseTimeline' as type, id::text from case_file where next_moment <= ${before}::timestamptz
    union all select 'stalledPlanEscalation', id::text from escalation where state = 'open' and next_moment <= ${before}::timestamptz
    union all select 'delivery', id::text from message where state in ('created', 'unsent', 'unknown') and created_at <= ${before}::timestamptz
      and (next_moment is null or next_moment <= ${before}::timestamptz)
      and not (state <> 'unknown' and (select sending_held from authority where id = 1))
    union all select 'importCaseload', id::text from import_run where state in ('reading', 'previewing', 'applying')
    union all select 'morningRound', '' from process where id = 'round' and next_moment <= ${before}::timestamptz
    order by 1, 2`
  return rows
}
