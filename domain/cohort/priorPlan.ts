import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import type { IndexDay } from './indexDays'
import type { OnPlan } from './plansOn'

/** How far back a plan is a prior one. Calendar years. Source: handbook, section 5, after S0. */
export const YEARS_BEFORE = 3

/** The first of the days before an index date on which a plan is a prior one. */
export const firstDayBefore = (indexDate: LocalDate): LocalDate => indexDate.minusYears(YEARS_BEFORE)

/**
 * Whether a child was on a child protection plan on any day of the three years before the index date; not the plan that starts or ends on it, any
 * authority's counts. Null, not known, where none is dated there and a plan's start says that there were more before than are recorded here.
 */
export function priorPlan(history: ChildHistory, plans: readonly OnPlan[], index: IndexDay): boolean | null {
  const first = firstDayBefore(index.on)
  const was = plans.some(
    ({ id, startedOn, endedOn }) =>
      id !== index.plan?.id && startedOn.isBefore(index.on) && (endedOn === null || endedOn.isAfter(first)),
  )
  return was ? true : hasUndated(history, plans, index.on) ? null : false
}

function hasUndated({ events }: ChildHistory, plans: readonly OnPlan[], indexDate: LocalDate): boolean {
  return ofKind(events, 'plan-started').some(({ on, data: { plan, previousPlans = 0 } }) => {
    const known = plans.filter(({ startedOn }) => startedOn.isBefore(on)).length
    return plan === 'cpp' && !on.isAfter(indexDate) && previousPlans > known
  })
}
