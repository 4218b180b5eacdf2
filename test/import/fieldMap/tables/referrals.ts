import { notUsed, outcomeNotUsed, used, type Given, type TableUse } from '../fieldUse'

const UNALLOCATED: Given = { ssd_involvements: { i1: { invo_professional_team: '' } } }
const UNDECIDED: Given = { ssd_cin_episodes: { r1: { cine_referral_nfa: '' } } }
const MOVED: Given = { ssd_cin_episodes: { r2: { cine_close_reason: 'RC5' } } }

const UNANSWERED = 'warning ssd_cin_assessments.cina_referral_id'
const NO_NOTICE = 'warning ssd_initial_cp_conference.icpc_referral_id'

export const referrals: TableUse<'ssd_cin_episodes'> = {
  cine_referral_id: used(
    'The referral. Its events name it, an assessment finds its referral by it, and a transfer-in its day.',
    {
      to: 'r9',
      changes: [
        ...(['referral-received record', 'referral-decided record', 'referral-decided referral'] as const),
        ...(['assessment-authorised referral', UNANSWERED] as const),
      ],
    },
    {
      row: 'r2',
      to: 'r9',
      changes: [
        ...(['referral-received record', 'referral-decided record', 'referral-decided referral'] as const),
        ...(['case-closed record', 'transfer-in-notified', UNANSWERED, NO_NOTICE] as const),
      ],
    },
  ),
  cine_person_id: used('The child.', {
    to: '101',
    changes: [
      ...(['referral-received child', 'referral-decided child', 'case open'] as const),
      ...(['assessment-authorised referral', UNANSWERED] as const),
    ],
  }),
  cine_referral_date: used(
    'The day the referral came, which counts as the day it was accepted too. A transfer-in counts as notified on it.',
    { to: '2026-02-28', changes: ['referral-received on', 'referral-decided on'] },
    {
      row: 'r2',
      to: '2025-03-04',
      changes: ['referral-received on', 'referral-decided on', 'transfer-in-notified on'],
    },
  ),
  cine_cin_primary_need_code: notUsed('The deadlines are the same for every need.', 'N1', 'N5'),
  cine_referral_source_code: used('Who referred the child. Empty counts as unknown.', {
    to: '2A',
    changes: ['referral-received source'],
  }),
  cine_referral_source_desc: notUsed('The same as the code, in words.', 'Police', 'School'),
  cine_referral_outcome_json: outcomeNotUsed(
    '`cine_referral_nfa` says whether the referral was accepted; what followed has rows of its own.',
    'SINGLE_ASSESSMENT_FLAG',
  ),
  cine_referral_nfa: used(
    'The decision: `N` accepted, `Y` no further action. Empty is not decided, unless the referral was closed, and so is anything else, with a finding. A case is open while one of its referrals is neither closed nor without further action.',
    { to: 'Y', changes: ['referral-decided outcome', 'case open'] },
    { to: '', changes: ['referral-decided'] },
    { row: 'r2', to: 'Y', changes: ['referral-decided on', 'referral-decided outcome', 'case-closed'] },
    { row: 'r2', to: '', changes: [] },
    { to: 'Yes', changes: ['referral-decided', 'warning ssd_cin_episodes.cine_referral_nfa'] },
  ),
  cine_close_reason: used(
    'Why it was closed, as the code. `RC5` moved to another authority: a plan that ended on the closing day ended because of it.',
    { row: 'r2', to: 'RC8', changes: ['case-closed reason'] },
    { row: 'r2', to: 'RC5', changes: ['case-closed reason', 'plan-ended reason'] },
  ),
  cine_close_date: used(
    'The day the case was closed for the child. A referral without further action counts as decided on it.',
    { row: 'r2', to: '2026-01-06', changes: ['case-closed on'] },
    { row: 'r2', to: '2026-01-06', given: MOVED, changes: ['case-closed on', 'plan-ended reason'] },
    { to: '2026-10-01', changes: ['case-closed', 'case open'] },
    { to: '2026-10-01', given: UNDECIDED, changes: ['referral-decided', 'case-closed', 'case open'] },
    {
      row: 'r2',
      to: '2025-03-02',
      changes: [
        ...(['referral-received', 'referral-decided', 'case-closed', 'transfer-in-notified'] as const),
        ...(['rejected ssd_cin_episodes.cine_close_date', UNANSWERED, NO_NOTICE] as const),
      ],
    },
  ),
  cine_referral_team: used(
    'The team of a case that never had an allocated worker with a team. One that is not in `ssd_department` is a finding.',
    { to: '1', given: UNALLOCATED, changes: ['case teamId'] },
    { to: '99', changes: ['warning ssd_cin_episodes.cine_referral_team'] },
    { to: '1', changes: [] },
  ),
  cine_referral_worker_id: notUsed(
    'Who took the referral, not who holds the case; that is in `ssd_involvements`.',
    '10',
    '12',
  ),
}
