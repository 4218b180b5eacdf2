import type { Database } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'

/** Every process that should be running. */
export const everyClock = (db: Database): Promise<ProcessName[]> => db.$queryRaw<ProcessName[]>`
  select 'morningRound' as type, '' as id
  union all select 'caseTimeline', id::text from case_file where next_moment is not null or facts_version <> planned_version
  union all select 'stalledPlanEscalation', id::text from escalation where state = 'open'
  union all select 'importCaseload', id::text from import_run where state in ('reading', 'previewing', 'waiting', 'applying')
  union all select 'delivery', id::text from message where state in ('created', 'sending', 'unsent', 'unknown')
  order by 1, 2`
