import type { EventData } from '../chronology/eventKinds'
import type { PlanDocument } from './planDocument'

/** The fact that a written plan was agreed: what the clocks run from. `document`: its id. */
export const agreementOf = (plan: PlanDocument, document: string): EventData['safety-plan-agreed'] => ({
  how: 'formal',
  reviewMode: plan.review.mode,
  ...('on' in plan.review ? { reviewOn: plan.review.on } : {}),
  ...(plan.validUntil === null ? {} : { validUntil: plan.validUntil }),
  timeOfferedUntil: plan.timeOfferedUntil,
  signatories: [...plan.signatories],
  document,
})
