import type { PlanningActivities } from '../workflows/protocol'
import { askAppointment } from './appointments/askAppointment'
import type { PlanningDeps } from './deps'

/** The ask of `cppFollowUp`: plans the case, which asks the follow-up's questions and reminds of them, and sleeps until the next reminder. */
export const makeAdvanceFollowUp =
  (deps: PlanningDeps): PlanningActivities['advanceFollowUp'] =>
  ({ followUpId }) =>
    askAppointment(deps, { type: 'cppFollowUp', id: followUpId })
