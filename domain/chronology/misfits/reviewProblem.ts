import { isoDay } from '../../calendar/isoDay'
import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { concerned } from './concerned'
import { noSuchPlan } from './noSuchPlan'
import { PLAN_WORDS, planStarts, type PlanKind } from './planStarts'
import type { Proposed } from './proposed'

type Held = Proposed<'review-held' | 'core-group-held' | 'cin-review-held' | 'plo-reviewed' | 'review-booked'>

/**
 * Why a meeting of a plan cannot be recorded: none of the children it is about had such a plan by the day it was held, or for which it is booked. One brother
 * with a plan is enough; when the plan ended is not asked, for its end may be what is wrong.
 */
export function reviewProblem(facts: CaseFacts, event: Held): string | undefined {
  const { what, plan } = MEETINGS[event.kind]
  const day = event.kind === 'review-booked' ? isoDay(event.data.for) : event.on
  const starts = concerned(facts, event).flatMap((history) => planStarts(history, plan).map(({ on }) => on))
  if (starts.some((on) => !on.isAfter(day))) return undefined
  const [first] = [...starts].sort((a, b) => a.compareTo(b))
  if (first === undefined) return noSuchPlan(plan)
  return `${what} on ${govukDate(day)} would lie before ${PLAN_WORDS[plan].the}, which started on ${govukDate(first)}. Check both days, and correct the start if that is wrong.`
}

const MEETINGS: Readonly<Record<Held['kind'], { readonly what: string; readonly plan: PlanKind }>> = {
  'review-held': { what: 'A review conference', plan: 'cpp' },
  'review-booked': { what: 'A review conference', plan: 'cpp' },
  'core-group-held': { what: 'A core group', plan: 'cpp' },
  'cin-review-held': { what: 'A child in need review', plan: 'cin' },
  'plo-reviewed': { what: 'A review of pre-proceedings', plan: 'plo' },
}
