import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import type { ChildHistory, End } from '../childHistory'
import type { Effective } from '../effectiveEvents'
import { cinPlans, ploPlans } from '../otherPlans'
import { protectionPlans } from '../protectionPlans'
import { concerned } from './concerned'
import { noSuchPlan } from './noSuchPlan'
import { PLAN_WORDS, planStarts, type PlanKind } from './planStarts'
import type { Proposed } from './proposed'

type Ended = Proposed<'plan-ended'>

/**
 * Why the end of a plan cannot be recorded: there is none of that kind, or it had not started, or it had ended. A second record of the very day on which it
 * ended is the same end; one that only the closing of the case ended may be given its own ground afterwards.
 */
export function planEndProblem(facts: CaseFacts, event: Ended): string | undefined {
  const { plan, of } = event.data
  const histories = concerned(facts, event)
  const all = histories.flatMap((history) => meant(history, event).map((start) => ({ history, start })))
  if (all.length === 0) return of === undefined ? noSuchPlan(plan) : NOT_A_START
  const begun = all.filter(({ start }) => !start.on.isAfter(event.on))
  const { the } = PLAN_WORDS[plan]
  if (begun.length === 0)
    return `It would have ended on ${govukDate(event.on)}, and ${the} started on ${govukDate(all.map(({ start }) => start.on).reduce((a, b) => (a.isBefore(b) ? a : b)))}. Check both days, and correct the start if that is wrong.`
  const ends = begun.map(({ history, start }) => endOf(history, plan, start))
  if (ends.some((end) => end?.on.isBefore(event.on) !== true)) return undefined
  const last = ends.flatMap((end) => end ?? []).at(-1)
  return `No such plan ran on ${govukDate(event.on)}${last === undefined ? '' : `: it had ended on ${govukDate(last.on)}`}. Correct that end if it is wrong, with --corrects.`
}

const NOT_A_START =
  'What it names with "of" is no start of such a plan for a child it concerns. Name the event plan-started, or the conference that made the plan.'

/** What may have begun the plan that is meant: by its name, else any of its kind. */
const meant = (history: ChildHistory, { data: { plan, of } }: Ended): readonly Effective[] =>
  planStarts(history, plan).filter(({ first }) => of === undefined || history.firstOf(of) === first)

/** How the plan of a start ended; null while it runs, and where nobody here says when: a second plan at once, that of another authority, a safety plan. */
function endOf(history: ChildHistory, kind: PlanKind, { first }: Effective): End | null {
  const { plans } = protectionPlans(history)
  if (kind === 'cpp') {
    const end = plans.find(({ names }) => names.includes(first))?.end ?? null
    return end?.ground === 'case-closed' ? null : end
  }
  const others = [...cinPlans(history, plans).plans, ...ploPlans(history).plans]
  return others.find((plan) => plan.first === first)?.end ?? null
}
