import { flagNotUsed, notUsed, outcomeNotUsed, used, type TableUse } from '../fieldUse'

const UNKNOWN = 'warning ssd_cin_assessments.cina_referral_id'

export const assessments: TableUse<'ssd_cin_assessments'> = {
  cina_assessment_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'a9',
    changes: ['assessment-started record', 'assessment-authorised record'],
  }),
  cina_person_id: used('The child.', {
    to: '101',
    changes: [
      ...(['assessment-started child', 'assessment-authorised child', 'assessment-authorised referral'] as const),
      UNKNOWN,
    ],
  }),
  cina_referral_id: used(
    'The referral that the assessment answers: its 45 working days end with this assessment. Empty: the referral of that time; so does one that is not among the rows of the family, with a finding.',
    { to: 'r2', changes: ['assessment-authorised referral', UNKNOWN] },
    { to: '', changes: ['assessment-authorised referral'] },
    { row: 'a2', to: 'r1', changes: [UNKNOWN] },
    { row: 'a2', to: '', changes: [] },
  ),
  cina_assessment_start_date: used('The day it began.', { to: '2026-03-04', changes: ['assessment-started on'] }),
  cina_assessment_child_seen: flagNotUsed(
    'It has no day, so no deadline can be counted from it; visits have rows of their own.',
  ),
  cina_assessment_auth_date: used(
    'The day it was authorised; empty while it is open.',
    { to: '2026-04-21', changes: ['assessment-authorised on'] },
    { row: 'a2', to: '2026-11-18', changes: ['assessment-authorised'] },
    {
      to: '2026-03-02',
      changes: [
        ...(['assessment-started', 'assessment-authorised'] as const),
        'rejected ssd_cin_assessments.cina_assessment_auth_date',
      ],
    },
  ),
  cina_assessment_outcome_json: outcomeNotUsed('What followed has rows of its own.', 'STRATEGY_DISCUSSION_FLAG'),
  cina_assessment_outcome_nfa: flagNotUsed('That nothing followed closes the referral, which has its own row.'),
  cina_assessment_team: notUsed('The team of a case is that of its allocated worker.', '1', '3'),
  cina_assessment_worker_id: notUsed('Who holds the case is in `ssd_involvements`.', '10', '12'),
}
