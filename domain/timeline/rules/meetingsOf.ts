import type { EventOf } from '../../chronology/chronologyEvent'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { ProtectionPlan } from '../../chronology/protectionPlans'
import { onePerDay } from './onePerDay'
import { planTrigger } from './planTrigger'

/** The reviews of a plan, to its end. One on the very day of its conference is of the plan before. */
export const reviewsOf = (
  plan: ProtectionPlan,
  { events }: ChildHistory,
): readonly Effective<EventOf<'review-held'>>[] =>
  onePerDay(
    ofKind(events, 'review-held').filter(
      ({ on }) => on.isAfter(planTrigger(plan).on) && plan.end?.on.isBefore(on) !== true,
    ),
  )

/** The core groups of a plan, from the day of its conference to its end. */
export const coreGroupsOf = (
  plan: ProtectionPlan,
  { events }: ChildHistory,
): readonly Effective<EventOf<'core-group-held'>>[] =>
  onePerDay(
    ofKind(events, 'core-group-held').filter(
      ({ on }) => !on.isBefore(planTrigger(plan).on) && plan.end?.on.isBefore(on) !== true,
    ),
  )
