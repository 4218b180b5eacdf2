// What the worker registers.
import type { ImportActivities, MailActivities, PlanningActivities } from '../workflows/protocol'
import { makeAdvanceFollowUp } from './advanceFollowUp'
import { makeAdvanceImport } from './advanceImport'
import { makeAdvanceReview } from './advanceReview'
import { makeAdvanceSession } from './advanceSession'
import { makeClimb } from './climb'
import { makeDeliverMessage } from './deliverMessage'
import type { ImportDeps, MailDeps, PlanningDeps } from './deps'
import { makeHoldMorningRound } from './holdMorningRound'
import { makePlanSupervisionYear } from './planSupervisionYear'
import { makePlanTimeline } from './planTimeline'
import { makeReconcile } from './reconcileClocks'

export const planningActivities = (deps: PlanningDeps & ImportDeps): PlanningActivities & ImportActivities => ({
  planTimeline: makePlanTimeline(deps),
  climb: makeClimb(deps),
  advanceReview: makeAdvanceReview(deps),
  advanceFollowUp: makeAdvanceFollowUp(deps),
  planSupervisionYear: makePlanSupervisionYear(deps),
  advanceSession: makeAdvanceSession(deps),
  holdMorningRound: makeHoldMorningRound(deps),
  reconcile: makeReconcile(deps),
  advanceImport: makeAdvanceImport(deps),
})

export const mailActivities = (deps: MailDeps): MailActivities => ({ deliverMessage: makeDeliverMessage(deps) })
