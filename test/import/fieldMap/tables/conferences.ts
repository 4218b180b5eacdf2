import { notUsed, outcomeNotUsed, used, type TableUse } from '../fieldUse'

const OUTCOME = 'warning ssd_initial_cp_conference.icpc_icpc_outcome_cp_flag'

export const conferences: TableUse<'ssd_initial_cp_conference'> = {
  icpc_icpc_id: used(
    'The row an event came from, so that importing it again adds nothing.',
    { to: 'c9', changes: ['icpc-held record'] },
    { row: 'c2', to: 'c9', changes: ['transfer-in-notified record', 'transfer-in-conference-held record'] },
  ),
  icpc_icpc_meeting_id: used('The meeting that brothers and sisters share.', {
    to: 'm9',
    changes: ['icpc-held meeting'],
  }),
  icpc_s47_enquiry_id: notUsed('The conference answers the enquiry of that child and time.', 'q1', 'q2'),
  icpc_person_id: used('The child.', { to: '101', changes: ['icpc-held child'] }),
  icpc_cp_plan_id: notUsed('The plan has its own row and starts on its own day.', 'p1', 'p2'),
  icpc_referral_id: used(
    'For a transfer-in only: the day of this referral counts as the day the transfer was notified. One that is not among the rows of the family is a finding.',
    { row: 'c2', to: 'r1', changes: ['transfer-in-notified', 'warning ssd_initial_cp_conference.icpc_referral_id'] },
    { row: 'c2', to: '', changes: ['transfer-in-notified'] },
    { to: 'r2', changes: [] },
  ),
  icpc_icpc_transfer_in: used('Whether the family moved in with a plan: then it is a transfer-in conference.', {
    to: 'Y',
    changes: ['icpc-held', 'transfer-in-notified', 'transfer-in-conference-held'],
  }),
  icpc_icpc_target_date: notUsed(
    'The last day is counted from the strategy discussion or the notice of the transfer.',
    '2026-03-25',
    '2027-01-04',
  ),
  icpc_icpc_date: used(
    'The day it was held. Empty: it has been called for and not held, which is no event. A day that is no working day is a finding.',
    { to: '2026-03-17', changes: ['icpc-held on'] },
    { to: '2026-03-15', changes: ['icpc-held on', 'warning ssd_initial_cp_conference.icpc_icpc_date'] },
    { to: '', changes: ['icpc-held'] },
    { row: 'c2', to: '', changes: ['transfer-in-conference-held'] },
    { row: 'c2', to: '2025-03-18', changes: ['transfer-in-conference-held on'] },
  ),
  icpc_icpc_outcome_cp_flag: used(
    '`Y`: it made a plan. Anything else: it made none. A conference that was held and says neither is a finding.',
    { to: 'N', changes: ['icpc-held outcome'] },
    { to: '', changes: ['icpc-held outcome', OUTCOME] },
    { to: 'Yes', changes: ['icpc-held outcome', OUTCOME] },
    { row: 'c2', to: 'N', changes: ['transfer-in-conference-held outcome'] },
  ),
  icpc_icpc_outcome_json: outcomeNotUsed('`icpc_icpc_outcome_cp_flag` says whether a plan was made.', 'CP_FLAG'),
  icpc_icpc_team: notUsed('The team of a case is that of its allocated worker.', '1', '3'),
  icpc_icpc_worker_id: notUsed('Who holds the case is in `ssd_involvements`.', '10', '12'),
}
