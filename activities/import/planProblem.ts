import type { SsdRow } from './ssdRow'
import { civilDay, RowRejected, shown } from './rowReader'

interface PlanRun {
  readonly id: string
  readonly from: string
  readonly to: string | null
}

const START = 'cppl_cp_plan_start_date'
const HELD = 'cppr_cp_review_date'

/** Answers, row by row, why a plan or a review cannot be true beside the plans of our own taken before it. Plans come by their start. */
export function planProblems(): (row: SsdRow) => RowRejected | undefined {
  const byId = new Map<string, PlanRun>()
  const lastOf = new Map<string, PlanRun>()
  const ofPlan = (row: SsdRow): RowRejected | undefined => {
    if (isAnotherAuthoritys(row)) return undefined
    const child = row.values['cppl_person_id'] ?? ''
    const from = day(row, START) ?? ''
    const before = lastOf.get(child)
    if (before !== undefined && (before.to === null || before.to > from)) {
      return new RowRejected(
        'overlapping-plans',
        START,
        `Plan ${shown(before.id)} of this child is still running on ${from}.`,
      )
    }
    const plan = { id: row.id, from, to: day(row, 'cppl_cp_plan_end_date') }
    byId.set(row.id, plan)
    lastOf.set(child, plan)
    return undefined
  }
  const ofReview = (row: SsdRow): RowRejected | undefined => {
    const plan = byId.get(row.values['cppr_cp_plan_id'] ?? '')
    const held = day(row, HELD)
    if (plan === undefined || held === null || held >= plan.from) return undefined
    return new RowRejected('review-before-plan', HELD, `${held} lies before ${plan.from}, when plan ${plan.id} began.`)
  }
  return (row) =>
    row.table === 'ssd_cp_plans' ? ofPlan(row) : row.table === 'ssd_cp_reviews' ? ofReview(row) : undefined
}

/** A plan of another authority, for a child who lives here for now. */
export const isAnotherAuthoritys = (plan: SsdRow): boolean => plan.values['cppl_cp_plan_ola']?.toUpperCase() === 'Y'

const day = (row: SsdRow, field: string): string | null => civilDay(row.values[field] ?? '') ?? null
