import type { Database } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'
import { firstId } from './firstId'

/** The next processes that should be running, by type and id; `limit` at most. Fewer than that, and there are no more. */
export const someClocks = (db: Database, after: ProcessName | undefined, limit: number): Promise<ProcessName[]> =>
  db.$queryRaw<ProcessName[]>`
    select type, id from (
      (select 'caseTimeline' as type, id::text as id from case_file where id > ${firstId('caseTimeline', after)}::uuid
        and (next_moment is not null or facts_version <> planned_version) order by case_file.id limit ${limit})
      union all (select 'cppFollowUp', id::text from follow_up where id > ${firstId('cppFollowUp', after)}::uuid
        and next_moment is not null order by follow_up.id limit ${limit})
      union all (select 'delivery', id::text from message where id > ${firstId('delivery', after)}::uuid
        and state in ('created', 'sending', 'unsent', 'unknown') order by message.id limit ${limit})
      union all (select 'groupSupervisionSession', id::text from session where id > ${firstId('groupSupervisionSession', after)}::uuid
        and (next_moment is not null or facts_version <> planned_version) order by session.id limit ${limit})
      union all (select 'groupSupervisionYear', team_id::text from supervision_year where team_id > ${firstId('groupSupervisionYear', after)}::uuid
        order by team_id limit ${limit})
      union all (select 'importCaseload', id::text from import_run r where id > ${firstId('importCaseload', after)}::uuid
        and (state in ('reading', 'previewing', 'waiting', 'applying') or exists (select from import_row w where w.run_id = r.id))
        order by r.id limit ${limit})
      union all select 'morningRound', '' where ${after === undefined || after.type < 'morningRound'}
      union all (select 'planReview', id::text from conference where id > ${firstId('planReview', after)}::uuid
        and (next_moment is not null or facts_version <> planned_version) order by conference.id limit ${limit})
      union all (select 'stalledPlanEscalation', id::text from escalation where id > ${firstId('stalledPlanEscalation', after)}::uuid
        and state = 'open' order by escalation.id limit ${limit})
    ) every_clock order by type collate "C", id collate "C" limit ${limit}`

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
