import { used, type TableUse } from '../fieldUse'

export const legalStatus: TableUse<'ssd_legal_status'> = {
  lega_legal_status_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'l9',
    changes: ['looked-after-started record', 'looked-after-ended record'],
  }),
  lega_person_id: used('The child.', {
    to: '100',
    changes: ['looked-after-started child', 'looked-after-ended child'],
  }),
  lega_legal_status: used(
    '`C1`, `C2`, `E1` and `V2` make the child looked after. Any other status, such as police protection, becomes nothing.',
    { to: 'L1', changes: ['looked-after-started', 'looked-after-ended'] },
    { to: 'C2', changes: [] },
  ),
  lega_legal_status_start_date: used(
    'The day the child became looked after. A plan that ended on it ended because of it.',
    { to: '2026-01-13', changes: ['looked-after-started on'] },
    { to: '2026-01-05', changes: ['looked-after-started on', 'plan-ended reason'] },
  ),
  lega_legal_status_end_date: used(
    'The day that status ended; empty while it holds.',
    { to: '2026-02-03', changes: ['looked-after-ended on'] },
    { to: '', changes: ['looked-after-ended'] },
  ),
}
