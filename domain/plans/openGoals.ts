import type { LocalDate } from '@js-joda/core'
import type { CasePlan } from './casePlans'
import { runsOn } from './planSpans'

/** A goal that a review of its plan has to look at, and the children it is of. */
export interface OpenGoal {
  readonly goal: string
  readonly children: readonly string[]
}

/** The plans of a kind that run on a day, of some children or of all. */
export const runningPlans = (
  plans: readonly CasePlan[],
  asked: { readonly kind: CasePlan['kind']; readonly on: LocalDate; readonly children: readonly string[] },
): readonly CasePlan[] =>
  plans.filter(
    ({ kind, child, ...plan }) =>
      kind === asked.kind &&
      (asked.children.length === 0 || asked.children.includes(child)) &&
      runsOn({ startedOn: plan.startedOn, end: plan.end === null ? null : { by: '', on: plan.end.on } }, asked.on),
  )

/** The goals of these plans that were set by a day and not last found to be met, each once, by the name it has now. */
export function openGoals(plans: readonly CasePlan[], on: LocalDate): readonly OpenGoal[] {
  const children = new Map<string, string[]>()
  for (const { child, goals } of plans)
    for (const { goal, progress, setOn } of goals)
      if (progress.at(-1)?.outcome !== 'met' && !setOn.isAfter(on))
        children.set(goal, [...(children.get(goal) ?? []), child])
  return [...children].map(([goal, of]) => ({ goal, children: [...new Set(of)] }))
}
