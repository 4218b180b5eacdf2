import { londonDay } from '../../domain/calendar/london'
import type { Database } from '../../prisma/database'
import { promisesOfLeavers } from '../escalation/promisesOfLeavers'
import { readersMoved } from '../people/readersMoved'
import type { ProcessName } from '../../workflows/protocol'
import type { ClockReading } from '../clock'
import { staleYears } from '../supervision/yearMembers'
import { firstId } from './firstId'

/** A process that should have asked by now, and why. */
export interface LateClock extends ProcessName {
  /** A case, a session or a year whose facts are newer than its plan, whose plan was made under other rules, or whose reader went away since. */
  readonly stale: boolean
  /** Its moment passed a real minute ago and nobody has answered: gone, stuck, or never started. Or an alert waits for a promise of somebody who has left. */
  readonly overdue: boolean
}

interface Late {
  readonly clock: ClockReading
  readonly rulesVersion: string
  /** Go on after this one; from the first when missing. */
  readonly after?: ProcessName | undefined
  readonly limit: number
}

const REAL_MINUTE_MS = 60 * 1000

/**
 * The next processes that are late, by type and id; `limit` at most. Fewer than that, and there are no more. A new calendar makes every case of
 * a county stale at once: what is read is bounded.
 */
export const lateClocks = (db: Database, { clock, rulesVersion, after, limit }: Late): Promise<LateClock[]> => {
  const before = new Date(clock.now - REAL_MINUTE_MS * clock.scale).toISOString()
  return db.$queryRaw<LateClock[]>`
    with moved as materialized (${readersMoved(clock.now)})
    select type, id, stale, overdue from (
      (select 'caseTimeline' as type, id::text as id,
          facts_version <> planned_version or rules_version <> ${rulesVersion} or id in (select case_id from moved) as stale,
          coalesce(next_moment <= ${before}::timestamptz, false) as overdue
        from case_file where id > ${firstId('caseTimeline', after)}::uuid
          and (facts_version <> planned_version or rules_version <> ${rulesVersion} or next_moment <= ${before}::timestamptz
            or id in (select case_id from moved))
        order by case_file.id limit ${limit})
      union all (select 'cppFollowUp', id::text, false, true from follow_up where id > ${firstId('cppFollowUp', after)}::uuid
        and next_moment <= ${before}::timestamptz order by follow_up.id limit ${limit})
      union all (select 'delivery', id::text, false, true from message where id > ${firstId('delivery', after)}::uuid
        and state in ('created', 'unsent', 'unknown') and created_at <= ${before}::timestamptz
        and (next_moment is null or next_moment <= ${before}::timestamptz)
        and not (state <> 'unknown' and (select sending_held from authority where id = 1)) order by message.id limit ${limit})
      union all (select 'groupSupervisionSession', id::text, facts_version <> planned_version, coalesce(next_moment <= ${before}::timestamptz, false)
        from session where id > ${firstId('groupSupervisionSession', after)}::uuid
          and (facts_version <> planned_version or next_moment <= ${before}::timestamptz) order by session.id limit ${limit})
      union all (select 'groupSupervisionYear', y.team_id::text, s.team_id is not null, coalesce(y.next_moment <= ${before}::timestamptz, false)
        from supervision_year y left join (${staleYears(rulesVersion)}) s on s.team_id = y.team_id
        where y.team_id > ${firstId('groupSupervisionYear', after)}::uuid and (s.team_id is not null or y.next_moment <= ${before}::timestamptz)
        order by y.team_id limit ${limit})
      union all (select 'importCaseload', id::text, false, true from import_run where id > ${firstId('importCaseload', after)}::uuid
        and state in ('reading', 'previewing', 'applying') order by import_run.id limit ${limit})
      union all select 'morningRound', '', false, true from process
        where id = 'round' and next_moment <= ${before}::timestamptz and ${after === undefined || after.type < 'morningRound'}
      union all (select 'planReview', id::text, facts_version <> planned_version, coalesce(next_moment <= ${before}::timestamptz, false)
        from conference where id > ${firstId('planReview', after)}::uuid
          and (facts_version <> planned_version or next_moment <= ${before}::timestamptz) order by conference.id limit ${limit})
      union all (select 'stalledPlanEscalation', id::text, false, true from escalation
        where id > ${firstId('stalledPlanEscalation', after)}::uuid and state = 'open'
          and (next_moment <= ${before}::timestamptz or id in (select escalation_id from (${promisesOfLeavers(londonDay(clock.now))}) leavers))
        order by escalation.id limit ${limit})
    ) late order by type collate "C", id collate "C" limit ${limit}`
}
