import type { RuleId } from '../policy/ruleIds'
import type { Drafted } from './buildObligation'
import type { CaseRuleInput, RuleInput } from './ruleInput'
import { action } from './rules/action'
import { allocation } from './rules/allocation'
import { assessment } from './rules/assessment'
import { assessmentChildSeen } from './rules/assessmentChildSeen'
import { baseline } from './rules/baseline'
import { cinReview } from './rules/cinReview'
import { closureFollowUp } from './rules/closureFollowUp'
import { conditionalCaution } from './rules/conditionalCaution'
import { icpcReport, reviewReport } from './rules/conferenceReports'
import { conferenceDecision, conferenceRecord } from './rules/conferences'
import { coreGroup, coreGroupFirst } from './rules/coreGroups'
import { dispute } from './rules/dispute'
import { enquiryChildSeen } from './rules/enquiryChildSeen'
import { followUp } from './rules/followUp'
import { gcsMonth } from './rules/gcsMonth'
import { goal } from './rules/goal'
import { individualSupervision } from './rules/individualSupervision'
import { informationRequest } from './rules/informationRequest'
import { longPlan } from './rules/longPlan'
import { planGate } from './rules/planGate'
import { ploEnd, ploReview } from './rules/preProceedings'
import { handover, handshake } from './rules/proposals'
import { reconvene } from './rules/reconvene'
import { referralDecision } from './rules/referralDecision'
import { referrerFeedback } from './rules/referrerFeedback'
import { reviewFirst, reviewNext } from './rules/reviews'
import { safetyPlanReview } from './rules/safetyPlanReview'
import { safetyPlanSigned } from './rules/safetyPlanSigned'
import { safetyPlanWritten } from './rules/safetyPlanWritten'
import { strategyToIcpc } from './rules/strategyToIcpc'
import { transferInConference } from './rules/transferInConference'
import { cinVisit, visit } from './rules/visit'
import { visitSafetyPlan } from './rules/visitSafetyPlan'
import { absentTwice } from './stalls/absentTwice'
import { appointmentsMissed } from './stalls/appointmentsMissed'
import { backWithinAYear } from './stalls/backWithinAYear'
import { bookingWithoutOutcome } from './stalls/bookingWithoutOutcome'
import { breachWithoutNextStep } from './stalls/breachWithoutNextStep'
import { noProgress } from './stalls/noProgress'
import { notSeenTwice } from './stalls/notSeenTwice'
import { planEndedWithoutGround } from './stalls/planEndedWithoutGround'
import { repeatPlanWithoutReason } from './stalls/repeatPlanWithoutReason'
import { reviewsWithoutGoalMet } from './stalls/reviewsWithoutGoalMet'
import { specialistVacant } from './stalls/specialistVacant'
import { summaryLateTwice } from './stalls/summaryLateTwice'
import { workerChanges } from './stalls/workerChanges'

/** How a rule finds its obligations: for each child on its own, or for the case as a whole. */
export type RuleFunction =
  | { readonly per: 'child'; readonly draft: (input: RuleInput) => Drafted[] }
  | { readonly per: 'case'; readonly draft: (input: CaseRuleInput) => Drafted[] }

const perChild = (draft: (input: RuleInput) => Drafted[]): RuleFunction => ({ per: 'child', draft })
const perCase = (draft: (input: CaseRuleInput) => Drafted[]): RuleFunction => ({ per: 'case', draft })

/** The function of every rule. A rule without one does not compile. */
export const RULE_FUNCTIONS: Readonly<Record<RuleId, RuleFunction>> = {
  'referral-decision': perChild(referralDecision),
  'referrer-feedback': perChild(referrerFeedback),
  assessment: perChild(assessment),
  'assessment-child-seen': perChild(assessmentChildSeen),
  'enquiry-child-seen': perChild(enquiryChildSeen),
  'strategy-to-icpc': perChild(strategyToIcpc),
  'icpc-report': perChild(icpcReport),
  'transfer-in-conference': perChild(transferInConference),
  reconvene: perChild(reconvene),
  'conference-decision': perChild(conferenceDecision),
  'conference-record': perChild(conferenceRecord),
  'core-group-first': perChild(coreGroupFirst),
  'core-group': perChild(coreGroup),
  visit: perChild(visit),
  'visit-safety-plan': perChild(visitSafetyPlan),
  'review-first': perChild(reviewFirst),
  'review-next': perChild(reviewNext),
  'review-report': perChild(reviewReport),
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
  'safety-plan-written': perChild(safetyPlanWritten),
  'safety-plan-signed': perChild(safetyPlanSigned),
  'safety-plan-review': perChild(safetyPlanReview),
  'conditional-caution': perCase(conditionalCaution),
  'gcs-month': perCase(gcsMonth),
  'individual-supervision': perCase(individualSupervision),
  dispute: perCase(dispute),
  'information-request': perCase(informationRequest),
  handover: perCase(handover),
  handshake: perCase(handshake),
  action: perCase(action),
  allocation: perCase(allocation),
  'no-progress': perChild(noProgress),
  'reviews-without-goal-met': perChild(reviewsWithoutGoalMet),
  'absent-twice': perCase(absentTwice),
  'summary-late-twice': perCase(summaryLateTwice),
  'worker-changes': perChild(workerChanges),
  'back-within-a-year': perChild(backWithinAYear),
  'repeat-plan-without-reason': perChild(repeatPlanWithoutReason),
  'specialist-vacant': perCase(specialistVacant),
  'booking-without-outcome': perChild(bookingWithoutOutcome),
  'breach-without-next-step': perChild(breachWithoutNextStep),
  'not-seen-twice': perChild(notSeenTwice),
  'appointments-missed': perChild(appointmentsMissed),
  'plan-ended-without-ground': perChild(planEndedWithoutGround),
}
