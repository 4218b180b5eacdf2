import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'
import { childHistories } from './childHistory'
import { safetyPlans, type Agreement, type SafetyPlan } from './safetyPlans'

/** The safety plan of one child that runs on a day, and what had been agreed of it by then. */
export interface RunningPlan {
  readonly child: string
  readonly plan: SafetyPlan
  /** In order of date; at least the first. */
  readonly agreed: readonly [Agreement, ...Agreement[]]
}

/** The safety plans that run on a day, of the children named or of all. The last day of its validity is one of a plan's days; the day anything else ends it is none. */
export const runningSafetyPlans = (
  facts: CaseFacts,
  day: LocalDate,
  children: readonly string[] = [],
): readonly RunningPlan[] =>
  childHistories(facts).children.flatMap((history) => {
    const child = history.child.id
    if (children.length > 0 && !children.includes(child)) return []
    return safetyPlans(history).plans.flatMap((plan) => {
      const [first, ...later] = plan.agreements
      if (first.on.isAfter(day) || hasEnded(plan, day)) return []
      return [{ child, plan, agreed: [first, ...later.filter(({ on }) => !on.isAfter(day))] as const }]
    })
  })

const hasEnded = ({ end, agreements }: SafetyPlan, day: LocalDate): boolean =>
  end !== null && (end.on.isBefore(day) || (end.on.equals(day) && !agreements.some(({ id }) => id === end.by)))
