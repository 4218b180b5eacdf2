import type { LocalDate } from '@js-joda/core'
import type { ChildHistory } from '../chronology/childHistory'
import { cinPlans, ploPlans } from '../chronology/otherPlans'
import { protectionPlans } from '../chronology/protectionPlans'

/** A time in which a plan of ours ran for a child. */
export interface PlanPeriod {
  readonly plan: 'cpp' | 'cin' | 'plo'
  readonly from: LocalDate
  /** Null while it runs. */
  readonly to: LocalDate | null
}

/** The plans of a child in order of their start, as the timeline folds them. An end that lies ahead (the eighteenth birthday) has not come. */
export function planPeriods(history: ChildHistory, today: LocalDate): readonly PlanPeriod[] {
  const protection = protectionPlans(history).plans
  const all = [
    ...protection.map((plan) => ({ ...plan, plan: 'cpp' as const })),
    ...cinPlans(history, protection).plans,
    ...ploPlans(history).plans,
  ]
  return all
    .map(({ plan, startedOn, end }): PlanPeriod => ({
      plan,
      from: startedOn,
      to: end === null || end.on.isAfter(today) ? null : end.on,
    }))
    .sort((a, b) => a.from.compareTo(b.from))
}
