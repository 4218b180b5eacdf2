import { flagNotUsed, used, type TableUse } from '../fieldUse'

export const cpVisits: TableUse<'ssd_cp_visits'> = {
  cppv_cp_visit_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'w9',
    changes: ['visit-made record'],
  }),
  cppv_person_id: used('The child.', { to: '101', changes: ['visit-made child'] }),
  cppv_cp_plan_id: used(
    'A check only: a visit of a plan that is not in `ssd_cp_plans` is left out. The visit counts for the child, whichever plan it names.',
    { to: 'p9', changes: ['visit-made', 'rejected ssd_cp_visits.cppv_cp_plan_id'] },
    { to: 'p2', changes: [] },
  ),
  cppv_cp_visit_date: used(
    'The day of the visit.',
    { to: '2026-04-02', changes: ['visit-made on'] },
    { to: '2026-11-21', changes: ['visit-made', 'rejected ssd_cp_visits.cppv_cp_visit_date'] },
  ),
  cppv_cp_visit_seen: used('Whether the child was seen. Empty counts as no.', {
    to: 'N',
    changes: ['visit-made seen'],
  }),
  cppv_cp_visit_seen_alone: used('Whether the child was seen alone. Empty counts as no.', {
    to: 'N',
    changes: ['visit-made seenAlone'],
  }),
  cppv_cp_visit_bedroom: flagNotUsed('No deadline depends on it.'),
}
