import { notUsed, used, type TableUse } from '../fieldUse'

export const cinPlans: TableUse<'ssd_cin_plans'> = {
  cinp_cin_plan_id: used(
    'The plan: the event of its end names its start, and visits name it.',
    { row: 'n2', to: 'n9', changes: ['plan-started record'] },
    {
      to: 'n9',
      changes: [
        ...(['plan-started record', 'plan-ended record', 'plan-ended of'] as const),
        ...(['visit-made', 'rejected ssd_cin_visits.cinv_cin_plan_id'] as const),
      ],
    },
  ),
  cin_plan_id: notUsed('A working column of one supplier, always empty in a real extract.', 'n1', '77'),
  cinp_referral_id: notUsed('A plan counts by its own days, whichever referral it belongs to.', 'r1', 'r2'),
  cinp_person_id: used('The child. Visits of the plan are those of the same child.', {
    to: '100',
    changes: [
      ...(['plan-started child', 'plan-ended child', 'visit-made'] as const),
      'rejected ssd_cin_visits.cinv_cin_plan_id',
    ],
  }),
  cinp_cin_plan_start_date: used('The day the plan began.', { to: '2025-09-02', changes: ['plan-started on'] }),
  cinp_cin_plan_end_date: used(
    "The day the plan ended; empty while it runs. Why is not in the extract: the child's death, eighteenth birthday, care or move on that very day is taken as the reason.",
    { to: '2026-01-06', changes: ['plan-ended on'] },
    { to: '2026-01-12', changes: ['plan-ended on', 'plan-ended reason'] },
    { row: 'n2', to: '2026-11-02', changes: ['plan-ended'] },
    {
      to: '2025-08-29',
      changes: ['plan-started', 'plan-ended', 'rejected ssd_cin_plans.cinp_cin_plan_end_date'],
    },
  ),
  cinp_cin_plan_team: notUsed('The team of a case is that of its allocated worker.', '1', '3'),
  cinp_cin_plan_worker_id: notUsed(
    'Who held the case at the start; who holds it is in `ssd_involvements`.',
    '10',
    '12',
  ),
}
