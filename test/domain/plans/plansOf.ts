import { englandFamilySafeguarding1 as policy } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { casePlans, type CasePlan } from '../../../domain/plans/casePlans'
import { foldCase, timelineOf } from '../../../domain/timeline/timeline'
import { calendar, day } from '../facts'

/** The plans of a case as they stand on a day. */
export function plansOf(given: CaseFacts, today = '2026-12-01'): readonly CasePlan[] {
  const folded = foldCase(given)
  const { obligations } = timelineOf(folded, always(policy), calendar)
  return casePlans(folded, { obligations, today: day(today) })
}
