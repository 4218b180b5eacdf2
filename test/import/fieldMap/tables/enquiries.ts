import { notUsed, used, type Given, type TableUse } from '../fieldUse'

const NO_OUTCOME: Given = { ssd_s47_enquiry: { q1: { s47e_s47_outcome_json: '' } } }
const NO_ACTION: Given = { ssd_s47_enquiry: { q1: { s47e_s47_nfa: 'Y' } } }

export const enquiries: TableUse<'ssd_s47_enquiry'> = {
  s47e_s47_enquiry_id: used('The enquiry: the event of its end names its start.', {
    to: 'q9',
    changes: ['strategy-discussion record', 'section-47-ended record', 'section-47-ended enquiry'],
  }),
  s47e_referral_id: notUsed('An enquiry counts by its own days, whichever referral it belongs to.', 'r1', 'r2'),
  s47e_person_id: used('The child.', { to: '101', changes: ['strategy-discussion child', 'section-47-ended child'] }),
  s47e_s47_start_date: used(
    'The day of the strategy discussion that opened the enquiry; 15 working days to the conference count from it.',
    {
      to: '2026-03-05',
      changes: ['strategy-discussion on'],
    },
  ),
  s47e_s47_end_date: used(
    'The day the enquiry ended; empty while it is open.',
    { to: '2026-03-13', changes: ['section-47-ended on'] },
    { row: 'q2', to: '2026-11-18', changes: ['section-47-ended'] },
    {
      to: '2026-03-03',
      changes: ['strategy-discussion', 'section-47-ended', 'rejected ssd_s47_enquiry.s47e_s47_end_date'],
    },
  ),
  s47e_s47_nfa: used(
    '`Y`: no conference is needed. Anything else: one is expected, so that a gap here loses no deadline. An outcome that calls for a conference goes before `Y`.',
    { to: 'Y', given: NO_OUTCOME, changes: ['section-47-ended outcome'] },
    { to: 'Y', changes: [] },
    { to: '', changes: [] },
  ),
  s47e_s47_outcome_json: used(
    'Only its flag `CP_CONFERENCE_FLAG`: the enquiry ended with a conference to come. One that cannot be read counts as not set.',
    { to: '{"CP_CONFERENCE_FLAG":"N"}', given: NO_ACTION, changes: ['section-47-ended outcome'] },
    { to: '{"CP_CONFERENCE_FLAG":"Y","MONITOR_FLAG":"Y"}', given: NO_ACTION, changes: [] },
  ),
  s47e_s47_completed_by_team: notUsed('The team of a case is that of its allocated worker.', '1', '3'),
  s47e_s47_completed_by_worker_id: notUsed('Who holds the case is in `ssd_involvements`.', '10', '12'),
}
