import { flagNotUsed, used, type Given, type TableUse } from '../fieldUse'

const NO_PLAN: Given = { ssd_cin_visits: { u1: { cinv_cin_plan_id: '' } } }

export const cinVisits: TableUse<'ssd_cin_visits'> = {
  cinv_cin_visit_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'u9',
    changes: ['visit-made record'],
  }),
  cinv_person_id: used(
    "The child. A visit of another child's plan is left out.",
    { to: '100', changes: ['visit-made', 'rejected ssd_cin_visits.cinv_cin_plan_id'] },
    { to: '100', given: NO_PLAN, changes: ['visit-made child'] },
  ),
  cinv_cin_plan_id: used(
    "A check only: a visit of a plan that is not among the child's rows of `ssd_cin_plans` is left out. The visit counts for the child, whichever plan it names.",
    { to: 'n9', changes: ['visit-made', 'rejected ssd_cin_visits.cinv_cin_plan_id'] },
    { to: 'n2', changes: [] },
  ),
  cinv_cin_visit_date: used(
    'The day of the visit.',
    { to: '2025-10-02', changes: ['visit-made on'] },
    { to: '2026-11-21', changes: ['visit-made', 'rejected ssd_cin_visits.cinv_cin_visit_date'] },
  ),
  cinv_cin_visit_seen: used('Whether the child was seen. Empty counts as no.', {
    to: 'N',
    changes: ['visit-made seen'],
  }),
  cinv_cin_visit_seen_alone: used('Whether the child was seen alone. Empty counts as no.', {
    to: 'N',
    changes: ['visit-made seenAlone'],
  }),
  cinv_cin_visit_bedroom: flagNotUsed('No deadline depends on it.'),
}
