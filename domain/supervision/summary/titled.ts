import { ruleFollowed, type PolicySchedule } from '../../policy/policySchedule'
import type { Obligation } from '../../timeline/obligation'

/** Something due, with what people call it: `Review conference`. */
export interface TitledObligation extends Obligation {
  readonly title: string
}

/** Everything due with the title of the rule that it follows. */
export const titled = (obligations: readonly Obligation[], policy: PolicySchedule): readonly TitledObligation[] =>
  obligations.map((one) => ({ ...one, title: ruleFollowed(policy, one).title }))
