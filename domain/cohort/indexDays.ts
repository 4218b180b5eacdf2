import type { LocalDate } from '@js-joda/core'
import type { ChildHistory } from '../chronology/childHistory'
import { closings } from '../chronology/closings'
import { referrals } from '../chronology/referrals'
import type { Anchor } from './anchor'
import type { OnPlan } from './plansOn'

export interface IndexDay {
  readonly on: LocalDate
  /** The plan that starts or ends that day, where that is what is asked. */
  readonly plan: OnPlan | null
}

/**
 * The days that may be a child's index date, in order. Plans are our own: one of another authority is that authority's to follow. A closing that was taken
 * back, or that repeats another, is none; nor is a second referral while one is open.
 */
export function indexDays(history: ChildHistory, plans: readonly OnPlan[], anchor: Anchor): readonly IndexDay[] {
  const ours = plans.filter((plan) => plan.ours)
  switch (anchor) {
    case 'plan-start':
      return ours.map((plan) => ({ on: plan.startedOn, plan }))
    case 'plan-end':
      return ours
        .flatMap((plan): IndexDay[] => (plan.endedOn === null ? [] : [{ on: plan.endedOn, plan }]))
        .sort((a, b) => a.on.compareTo(b.on))
    case 'closure':
      return closings(history)
        .filter(({ takenBack, isRepeat }) => takenBack === null && !isRepeat)
        .map(({ closed }) => ({ on: closed.on, plan: null }))
    case 'referral':
      return referrals(history).referrals.map(({ receivedOn }) => ({ on: receivedOn, plan: null }))
  }
}
