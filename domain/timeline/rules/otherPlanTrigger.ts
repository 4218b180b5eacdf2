import type { OtherPlan } from '../../chronology/otherPlans'
import type { Draft } from '../buildObligation'

/** The start of a child in need plan, or of pre-proceedings. */
export const otherPlanTrigger = ({ plan, first, startedOn }: OtherPlan): Draft['trigger'] => ({
  first,
  kind: 'plan-started',
  on: startedOn,
  plan,
})
