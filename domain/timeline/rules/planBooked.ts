import type { LocalDate } from '@js-joda/core'
import type { ProtectionPlan } from '../../chronology/protectionPlans'

/**
 * The plan a review is booked for: the one that ran when it was booked, else the next one to start, for a day after its start. What was booked on the day one ended and the
 * next began is of the next.
 */
export function planBooked(
  plans: readonly ProtectionPlan[],
  { event: { on }, for: bookedFor }: { readonly event: { readonly on: LocalDate }; readonly for: LocalDate },
): ProtectionPlan | undefined {
  const runs = (day: LocalDate) => (plan: ProtectionPlan) =>
    !plan.startedOn.isAfter(day) && plan.end?.on.isBefore(day) !== true
  const plan = plans.findLast(runs(on)) ?? plans.find(({ startedOn }) => startedOn.isAfter(on))
  return plan !== undefined && bookedFor.isAfter(plan.startedOn) ? plan : undefined
}
