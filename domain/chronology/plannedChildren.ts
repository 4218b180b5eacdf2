import type { CaseFacts } from './caseFacts'
import { childHistories } from './childHistory'
import { cinPlans, ploPlans } from './otherPlans'
import type { Planned } from './planOfGoal'
import { protectionPlans } from './protectionPlans'

/** The children of a case, each with the plans it has had. */
export const plannedChildren = (facts: CaseFacts): readonly Planned[] =>
  childHistories(facts).children.map((history) => {
    const { plans } = protectionPlans(history)
    return { history, plans, cinPlans: cinPlans(history, plans).plans, ploPlans: ploPlans(history).plans }
  })
