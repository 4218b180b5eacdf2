import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo } from '../../domain/calendar/workingDays'
import type { Family } from './story'
import { visitDays } from './visitDays'

/** A child in need plan with its visits: about every three weeks. */
export function addNeedPlan(family: Family, from: LocalDate, to: LocalDate | null): void {
  const { tables, random, calendar, visitedUntil, team, worker, siblings } = family
  const started = lastWorkingDayUpTo(from, calendar)
  const rhythm = { first: [10, 25], usual: [12, 24], late: [30, 40] } as const
  const visits = visitDays({ random, calendar, from: started, to: to ?? visitedUntil, rhythm })
  for (const { id, referral, unborn } of siblings) {
    const plan = tables.id()
    tables.add('ssd_cin_plans', {
      cinp_cin_plan_id: plan,
      cinp_referral_id: referral,
      cinp_person_id: id,
      cinp_cin_plan_start_date: started.toString(),
      cinp_cin_plan_end_date: to?.toString() ?? '',
      cinp_cin_plan_team: team.id,
      cinp_cin_plan_worker_id: worker.id,
    })
    for (const day of visits) {
      tables.add('ssd_cin_visits', {
        cinv_cin_visit_id: tables.id(),
        cinv_person_id: id,
        cinv_cin_plan_id: plan,
        cinv_cin_visit_date: day.toString(),
        cinv_cin_visit_seen: unborn ? 'N' : 'Y',
        cinv_cin_visit_seen_alone: unborn ? 'N' : random.pick(['Y', 'N']),
        cinv_cin_visit_bedroom: random.pick(['Y', 'N']),
      })
    }
  }
}
