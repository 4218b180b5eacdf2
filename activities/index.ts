// What the worker registers.
import type { MailActivities, PlanningActivities } from '../workflows/protocol'
import { makeClimb } from './climb'
import { makeDeliverMessage } from './deliverMessage'
import type { MailDeps, PlanningDeps } from './deps'
import { makeHoldMorningRound } from './holdMorningRound'
import { makePlanTimeline } from './planTimeline'
import { makeReconcile } from './reconcileClocks'

export const planningActivities = (deps: PlanningDeps): PlanningActivities => ({
  planTimeline: makePlanTimeline(deps),
  climb: makeClimb(deps),
  holdMorningRound: makeHoldMorningRound(deps),
  reconcile: makeReconcile(deps),
})

export const mailActivities = (deps: MailDeps): MailActivities => ({ deliverMessage: makeDeliverMessage(deps) })
