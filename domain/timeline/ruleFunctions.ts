import type { RuleId } from '../policy/ruleIds'
import type { Drafted } from './buildObligation'
import type { CaseRuleInput, RuleInput } from './ruleInput'
import { allocation } from './rules/allocation'
import { assessment } from './rules/assessment'
import { baseline } from './rules/baseline'
import { cinReview } from './rules/cinReview'
import { closureFollowUp } from './rules/closureFollowUp'
import { coreGroup, coreGroupFirst } from './rules/coreGroups'
import { followUp } from './rules/followUp'
import { goal } from './rules/goal'
import { longPlan } from './rules/longPlan'
import { planGate } from './rules/planGate'
import { ploEnd, ploReview } from './rules/preProceedings'
import { reviewFirst, reviewNext } from './rules/reviews'
import { strategyToIcpc } from './rules/strategyToIcpc'
import { cinVisit, visit } from './rules/visit'

/** How a rule finds its obligations: for each child on its own, or for the case as a whole. */
export type RuleFunction =
  | { readonly per: 'child'; readonly draft: (input: RuleInput) => Drafted[] }
  | { readonly per: 'case'; readonly draft: (input: CaseRuleInput) => Drafted[] }

const perChild = (draft: (input: RuleInput) => Drafted[]): RuleFunction => ({ per: 'child', draft })
const perCase = (draft: (input: CaseRuleInput) => Drafted[]): RuleFunction => ({ per: 'case', draft })
const toCome = perChild(() => [])

/** The function of every rule. A rule without one does not compile. */
export const RULE_FUNCTIONS: Readonly<Record<RuleId, RuleFunction>> = {
  'referral-decision': toCome,
  'referrer-feedback': toCome,
  assessment: perChild(assessment),
  'assessment-child-seen': toCome,
  'enquiry-child-seen': toCome,
  'strategy-to-icpc': perChild(strategyToIcpc),
  'icpc-report': toCome,
  'transfer-in-conference': toCome,
  reconvene: toCome,
  'conference-decision': toCome,
  'conference-record': toCome,
  'core-group-first': perChild(coreGroupFirst),
  'core-group': perChild(coreGroup),
  visit: perChild(visit),
  'visit-safety-plan': toCome,
  'review-first': perChild(reviewFirst),
  'review-next': perChild(reviewNext),
  'review-report': toCome,
  'plan-gate': perChild(planGate),
  goal: perCase(goal),
  'long-plan': perChild(longPlan),
  'cpp-follow-up-3m': perChild(followUp),
  'cpp-follow-up-6m': perChild(followUp),
  'closure-follow-up': perChild(closureFollowUp),
  baseline: perChild(baseline),
  'cin-visit': perChild(cinVisit),
  'cin-review': perChild(cinReview),
  'plo-review': perChild(ploReview),
  'plo-end': perChild(ploEnd),
  'safety-plan-written': toCome,
  'safety-plan-signed': toCome,
  'safety-plan-review': toCome,
  'conditional-caution': toCome,
  'gcs-month': toCome,
  dispute: toCome,
  'information-request': toCome,
  handover: toCome,
  handshake: toCome,
  action: toCome,
  allocation: perCase(allocation),
  'no-progress': toCome,
  'reviews-without-goal-met': toCome,
  'absent-twice': toCome,
  'summary-late-twice': toCome,
  'worker-changes': toCome,
  'back-within-a-year': toCome,
  'repeat-plan-without-reason': toCome,
  'specialist-vacant': toCome,
  'booking-without-outcome': toCome,
  'breach-without-next-step': toCome,
  'not-seen-twice': toCome,
  'appointments-missed': toCome,
  'plan-ended-without-ground': toCome,
}
