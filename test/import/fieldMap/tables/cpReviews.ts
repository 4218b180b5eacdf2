import { notUsed, used, type FieldUse, type TableUse } from '../fieldUse'

const working = (...values: readonly [string, ...string[]]): FieldUse =>
  notUsed('A working column of one supplier; real extracts mostly lack it.', ...values)
const DAY = 'cppr_cp_review_date'
const CONTINUE = 'cppr_cp_review_outcome_continue_cp'

export const cpReviews: TableUse<'ssd_cp_reviews'> = {
  cppr_cp_review_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'v9',
    changes: ['review-held record'],
  }),
  workflow_step_id: working('77'),
  cppr_person_id: used("The child. A review of another child's plan is left out.", {
    to: '101',
    changes: ['review-held', 'rejected ssd_cp_reviews.cppr_cp_plan_id'],
  }),
  person_id: working('101'),
  cppr_cp_plan_id: used(
    "The plan that was reviewed: a review that ended it is why it ended. A review of a plan that is not among the child's rows of `ssd_cp_plans`, or held before it began, is left out.",
    { row: 'v2', to: 'p3', changes: ['plan-ended reason'] },
    { to: 'p9', changes: ['review-held', 'rejected ssd_cp_reviews.cppr_cp_plan_id'] },
    { row: 'v2', to: 'p1', changes: ['review-held', 'plan-ended reason', 'rejected ssd_cp_reviews.cppr_cp_plan_id'] },
  ),
  registration_id: working('p2'),
  cppr_cp_review_due: notUsed(
    'The next review is counted from the conference or review that was held, with the rule beside it. A date somebody typed may be wrong.',
    '2026-12-01',
    '2027-01-04',
  ),
  due_date: working('2026-12-01'),
  cppr_cp_review_date: used(
    'The day the review was held; empty while it is to come, which is no event. A day that is no working day is a finding, and so is an outcome without a day.',
    { to: '2026-06-16', changes: ['review-held on'] },
    { to: '2026-06-14', changes: ['review-held on', `warning ssd_cp_reviews.${DAY}`] },
    { to: '', changes: ['review-held', `warning ssd_cp_reviews.${DAY}`] },
    { row: 'v2', to: '2025-09-02', changes: ['review-held on', 'plan-ended reason'] },
    { row: 'v2', to: '2025-03-14', changes: ['review-held', 'plan-ended reason', `rejected ssd_cp_reviews.${DAY}`] },
    { row: 'v3', to: '2026-11-18', changes: ['review-held', `warning ssd_cp_reviews.${CONTINUE}`] },
  ),
  actual_date: working('2026-06-16'),
  cppr_cp_review_meeting_id: used('The meeting that brothers and sisters share.', {
    to: 'm9',
    changes: ['review-held meeting'],
  }),
  review_outcome: working('ended'),
  cppr_cp_review_outcome_continue_cp: used(
    '`Y` the plan goes on, `N` it ends with this review. Of a review that was held, anything else keeps the plan running, with a finding.',
    { row: 'v2', to: 'Y', changes: ['review-held outcome', 'plan-ended reason'] },
    { to: 'N', changes: ['review-held outcome'] },
    { to: '', changes: [`warning ssd_cp_reviews.${CONTINUE}`] },
    { row: 'v3', to: 'Y', changes: [`warning ssd_cp_reviews.${DAY}`] },
  ),
  quorate: working('N'),
  cppr_cp_review_quorate: used(
    'Whether enough people took part. Empty: not recorded.',
    { to: 'N', changes: ['review-held quorate'] },
    { to: 'Yes', changes: ['review-held quorate', 'warning ssd_cp_reviews.cppr_cp_review_quorate'] },
    { to: '', changes: ['review-held quorate'] },
  ),
  review_participation: working('PN7'),
  cppr_cp_review_participation: used('How the child took part, as the code.', {
    to: 'PN5',
    changes: ['review-held participation'],
  }),
  previous_conference_workflow_step_id: working('77'),
  previous_conference_date: working('2026-03-18'),
  previous_conference_type: working('initial'),
}
