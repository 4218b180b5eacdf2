import type { PlanningActivities } from '../workflows/protocol'
import { askAppointment } from './appointments/askAppointment'
import type { PlanningDeps } from './deps'

/**
 * The ask of `planReview`: plans the case its conference is of, which says what is due of it (nothing booked, invitations, reports, its decision and record), and
 * sleeps until there is more to say. Over once the conference was held, or fell away, and nothing is left to circulate.
 */
export const makeAdvanceReview =
  (deps: PlanningDeps): PlanningActivities['advanceReview'] =>
  ({ reviewId }) =>
    askAppointment(deps, { type: 'planReview', id: reviewId })
