import { notUsed, used, type TableUse } from '../fieldUse'

const WORKER = 'warning ssd_involvements.invo_professional_id'
const TEAM = 'warning ssd_involvements.invo_professional_team'

export const involvements: TableUse<'ssd_involvements'> = {
  invo_involvements_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'i9',
    changes: ['worker-allocated record'],
  }),
  invo_professional_id: used(
    'The worker, the chair or the specialist. One whom `ssd_professionals` does not know is taken, with a finding; a row without a worker is left out.',
    { to: '13', changes: ['worker-allocated person'] },
    { row: 'i2', to: '13', changes: ['specialist-allocated person'] },
    { row: 'i3', to: '13', changes: ['chair-allocated person'] },
    { row: 'i4', to: '13', changes: ['worker-allocated person', 'worker-ended person'] },
    { to: '99', changes: ['worker-allocated person', WORKER] },
    { to: '11', changes: ['worker-allocated person', 'worker-ended'] },
    { to: '', changes: ['worker-allocated', 'rejected ssd_involvements.invo_professional_id'] },
  ),
  invo_professional_role_id: used(
    "What the worker does. `Allocated Case Worker` holds the case, `Child Protection Conference Chair` leads conferences, any other role is a specialist's.",
    { to: 'Recovery Worker', changes: ['worker-allocated', 'specialist-allocated', 'case teamId'] },
    { to: 'Child Protection Conference Chair', changes: ['worker-allocated', 'chair-allocated', 'case teamId'] },
    {
      row: 'i2',
      to: 'Adult Mental Health Practitioner',
      changes: ['specialist-allocated role', 'specialist-ended role'],
    },
    {
      row: 'i3',
      to: '',
      changes: ['chair-allocated', 'rejected ssd_involvements.invo_professional_role_id'],
    },
  ),
  invo_professional_team: used(
    'The team of the case, from the open allocation, else from the last one. One that is not in `ssd_department` is a finding, and the next best row gives the team.',
    { to: '1', changes: ['case teamId'] },
    { to: '99', changes: ['case teamId', TEAM] },
    { row: 'i2', to: '1', changes: [] },
  ),
  invo_person_id: used('The child.', { to: '101', changes: ['worker-allocated child', 'case teamId'] }),
  invo_involvement_start_date: used(
    'The day the worker, chair or specialist began.',
    { to: '2026-03-03', changes: ['worker-allocated on'] },
    { row: 'i2', to: '2025-04-02', changes: ['specialist-allocated on'] },
    { row: 'i3', to: '2026-03-17', changes: ['chair-allocated on'] },
  ),
  invo_involvement_end_date: used(
    'The day the worker or specialist ended. Of a chair it is only checked: a chair stays until another is allocated.',
    { to: '2026-10-01', changes: ['worker-ended'] },
    { row: 'i4', to: '2026-01-06', changes: ['worker-ended on'] },
    { row: 'i2', to: '2025-06-03', changes: ['specialist-ended on'] },
    { row: 'i2', to: '', changes: ['specialist-ended'] },
    { row: 'i3', to: '2026-10-01', changes: [] },
    {
      row: 'i3',
      to: '2026-03-17',
      changes: ['chair-allocated', 'rejected ssd_involvements.invo_involvement_end_date'],
    },
  ),
  invo_worker_change_reason: notUsed('Why the worker changed; the deadlines are the same.', 'LEFTRL', 'MANAGE'),
  invo_referral_id: notUsed('Allocation is told by child and dates, whichever referral it belongs to.', 'r1', 'r2'),
}
