import type { RuleId } from '../policy/ruleIds'
import type { Drafted } from './buildObligation'
import type { CaseRuleInput, RuleInput } from './ruleInput'
import { action } from './rules/action'
import { allocation } from './rules/allocation'
import { assessment } from './rules/assessment'
import { conditionalCaution } from './rules/conditionalCaution'
import { coreGroup, coreGroupFirst } from './rules/coreGroups'
import { dispute } from './rules/dispute'
import { followUp } from './rules/followUp'
import { gcsMonth } from './rules/gcsMonth'
import { informationRequest } from './rules/informationRequest'
import { handover, handshake } from './rules/proposals'
import { reviewFirst, reviewNext } from './rules/reviews'
import { safetyPlanReview } from './rules/safetyPlanReview'
import { safetyPlanSigned } from './rules/safetyPlanSigned'
import { safetyPlanWritten } from './rules/safetyPlanWritten'
import { strategyToIcpc } from './rules/strategyToIcpc'
import { visit } from './rules/visit'
import { visitSafetyPlan } from './rules/visitSafetyPlan'

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
  'visit-safety-plan': perChild(visitSafetyPlan),
  'review-first': perChild(reviewFirst),
  'review-next': perChild(reviewNext),
  'review-report': toCome,
  'plan-gate': toCome,
  goal: toCome,
  'long-plan': toCome,
  'cpp-follow-up-3m': perChild(followUp),
  'cpp-follow-up-6m': perChild(followUp),
  'closure-follow-up': toCome,
  baseline: toCome,
  'cin-visit': toCome,
  'cin-review': toCome,
  'plo-review': toCome,
  'plo-end': toCome,
  'safety-plan-written': perChild(safetyPlanWritten),
  'safety-plan-signed': perChild(safetyPlanSigned),
  'safety-plan-review': perChild(safetyPlanReview),
  'conditional-caution': perCase(conditionalCaution),
  'gcs-month': perCase(gcsMonth),
  dispute: perCase(dispute),
  'information-request': perCase(informationRequest),
  handover: perCase(handover),
  handshake: perCase(handshake),
  action: perCase(action),
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
