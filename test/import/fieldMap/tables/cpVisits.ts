import { flagNotUsed, used, type Given, type TableUse } from '../fieldUse'

const NO_PLAN: Given = { ssd_cp_visits: { w1: { cppv_cp_plan_id: '' } } }

export const cpVisits: TableUse<'ssd_cp_visits'> = {
  cppv_cp_visit_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'w9',
    changes: ['visit-made record'],
  }),
  cppv_person_id: used(
    "The child. A visit of another child's plan is left out.",
    { to: '101', changes: ['visit-made', 'rejected ssd_cp_visits.cppv_cp_plan_id'] },
    { to: '101', given: NO_PLAN, changes: ['visit-made child'] },
  ),
  cppv_cp_plan_id: used(
    "A check only: a visit of a plan that is not among the child's rows of `ssd_cp_plans` is left out. The visit counts for the child, whichever plan it names.",
    { to: 'p9', changes: ['visit-made', 'rejected ssd_cp_visits.cppv_cp_plan_id'] },
    { to: 'p2', changes: ['visit-made', 'rejected ssd_cp_visits.cppv_cp_plan_id'] },
    { to: '', changes: [] },
  ),
  cppv_cp_visit_date: used(
    'The day of the visit.',
    { to: '2026-04-02', changes: ['visit-made on'] },
    { to: '2026-11-21', changes: ['visit-made', 'rejected ssd_cp_visits.cppv_cp_visit_date'] },
  ),
  cppv_cp_visit_seen: used(
    'Whether the child was seen. Empty counts as no, and so does anything but `Y` and `N`, with a finding.',
    { to: 'N', changes: ['visit-made seen'] },
    { to: 'Yes', changes: ['visit-made seen', 'warning ssd_cp_visits.cppv_cp_visit_seen'] },
  ),
  cppv_cp_visit_seen_alone: used('Whether the child was seen alone. Empty counts as no.', {
    to: 'N',
    changes: ['visit-made seenAlone'],
  }),
  cppv_cp_visit_bedroom: flagNotUsed('No deadline depends on it.'),
}
