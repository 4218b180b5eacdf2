import { notUsed, used, type Given, type TableUse } from '../fieldUse'

const BEGAN = 'rejected ssd_cp_plans.cppl_cp_plan_start_date'

const LATEST: Given = { ssd_cp_plans: { p1: { cppl_cp_plan_latest_category: 'PHY' } } }
const LATEST_OF_P3: Given = { ssd_cp_plans: { p3: { cppl_cp_plan_latest_category: 'SAB' } } }

export const cpPlans: TableUse<'ssd_cp_plans'> = {
  cppl_cp_plan_id: used(
    'The plan: the event of its end names its start; reviews and visits name it.',
    { row: 'p3', to: 'p9', changes: ['plan-started record', 'plan-ended record', 'plan-ended of'] },
    {
      to: 'p9',
      changes: [
        ...(['plan-started record', 'review-held', 'visit-made'] as const),
        ...(['rejected ssd_cp_reviews.cppr_cp_plan_id', 'rejected ssd_cp_visits.cppv_cp_plan_id'] as const),
      ],
    },
  ),
  cppl_referral_id: notUsed('A plan counts by its own days, whichever referral it belongs to.', 'r1', 'r2'),
  cppl_icpc_id: notUsed('The conference has its own row and day.', 'c1', 'c2'),
  cppl_person_id: used('The child. How many plans a child had before is counted from the rows.', {
    row: 'p3',
    to: '100',
    changes: ['plan-started child', 'plan-ended child', 'plan-started previousPlans'],
  }),
  cppl_cp_plan_start_date: used(
    'The day the plan began. A plan that begins while another of ours still runs is left out.',
    { to: '2026-03-17', changes: ['plan-started on'] },
    { row: 'p2', to: '2024-05-01', changes: ['plan-started', 'plan-ended', BEGAN] },
  ),
  cppl_cp_plan_end_date: used(
    "The day the plan ended; empty while it runs. Why is not in the extract: a review of that day that ended the plan, else the child's death, eighteenth birthday, care or move on that very day, is taken as the reason.",
    { row: 'p2', to: '2025-09-02', changes: ['plan-ended on', 'plan-ended reason'] },
    { row: 'p3', to: '2024-06-04', changes: ['plan-ended on'] },
    { row: 'p3', to: '2024-06-04', given: LATEST_OF_P3, changes: ['plan-ended on', 'category-changed on'] },
    { to: '2026-10-01', changes: ['plan-ended'] },
    {
      row: 'p3',
      to: '2024-01-09',
      changes: [
        'plan-started',
        'plan-ended',
        'plan-started previousPlans',
        'rejected ssd_cp_plans.cppl_cp_plan_end_date',
      ],
    },
  ),
  cppl_cp_plan_ola: used(
    "`Y`: the plan of another authority. It starts no clock of ours and is none of the child's earlier plans.",
    { to: 'Y', changes: ['plan-started authority'] },
    { to: 'Y', given: LATEST, changes: ['plan-started authority', 'category-changed'] },
    { row: 'p3', to: 'Y', changes: ['plan-started authority', 'plan-started previousPlans'] },
  ),
  cppl_cp_plan_initial_category: used(
    'The category of abuse at the start, as a code or in words. One that is neither counts as not known, with a finding.',
    { to: 'PHY', changes: ['plan-started category'] },
    { to: 'PHY', given: LATEST, changes: ['plan-started category', 'category-changed'] },
    { to: 'XXX', changes: ['plan-started category', 'warning ssd_cp_plans.cppl_cp_plan_initial_category'] },
  ),
  cppl_cp_plan_latest_category: used(
    "The category of abuse now, where it is no longer the first one. The extract does not say when it changed: that counts as the day of the first extract which shows it, or of the plan's end. One that is no category counts as not known, with a finding.",
    { to: 'PHY', changes: ['category-changed'] },
    { row: 'p3', to: 'NEG', changes: ['category-changed'] },
    { to: 'SAB', given: LATEST, changes: ['category-changed category'] },
    { to: 'XXX', changes: ['category-changed', 'warning ssd_cp_plans.cppl_cp_plan_latest_category'] },
    { to: 'neglect', changes: [] },
  ),
}
