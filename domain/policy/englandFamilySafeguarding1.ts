import type { PolicyPack, ReminderRule, Rung } from './policyPack'

/** The statutory figures were taken from local procedures that quote it: check the edition in force before real use. */
const WORKING_TOGETHER = 'Working Together to Safeguard Children'
const LOCAL = 'Local safeguarding procedures; differs from council to council'

/** Handbook 6: each rung counts from the day the rung below was told. */
const LADDER: readonly Rung[] = [
  { role: 'team-manager', afterWorkingDays: 0 },
  { role: 'service-manager', afterWorkingDays: 3 },
  { role: 'head-of-service', afterWorkingDays: 5 },
  { role: 'director', afterWorkingDays: 5 },
]

const besideFirst = (...beside: NonNullable<Rung['beside']>): readonly Rung[] =>
  LADDER.map((rung, index) => (index === 0 ? { ...rung, beside } : rung))

const wd = (n: number, to: ReminderRule['to'] = ['social-worker']): ReminderRule => ({
  step: `due-${String(n)}wd`,
  back: { n, unit: 'working-days' },
  to,
})

const REVIEW = {
  title: 'Review conference',
  metBy: 'a review child protection conference held',
  firstDayCounts: false,
  roll: 'back',
  reminders: [
    { step: 'book-6w', back: { n: 6, unit: 'weeks' }, to: ['social-worker', 'conference-service'] },
    wd(10),
    wd(2),
  ],
  late: [{ step: 'late', afterWorkingDays: 0, to: ['team-manager', 'independent-reviewing-officer'] }],
  ladder: besideFirst('independent-reviewing-officer'),
  lateUnit: 'calendar-days',
  basis: 'statutory',
  source: WORKING_TOGETHER,
  carriedBySource: true,
} as const

const FOLLOW_UP = {
  runsFrom: 'child protection plan start, and again its end',
  metBy: 'the follow-up answers recorded',
  firstDayCounts: false,
  roll: 'none',
  reminders: [wd(10), wd(2)],
  late: [{ step: 'late', afterWorkingDays: 5, to: ['team-manager'] }],
  ladder: LADDER,
  lateUnit: 'calendar-days',
  basis: 'product',
  source: 'Hampshire family safety plan evaluation 2021: its three- and six-month windows',
  carriedBySource: false,
} as const

/** The built-in pack. Every number is a default of the handbook, section 3. */
export const englandFamilySafeguarding1: PolicyPack = {
  id: 'england-family-safeguarding@1',
  rules: [
    {
      id: 'assessment',
      title: 'Assessment',
      runsFrom: 'referral received, once accepted',
      metBy: 'the assessment authorised',
      interval: { n: 45, unit: 'working-days' },
      firstDayCounts: false,
      roll: 'none',
      reminders: [wd(15), wd(5), wd(1)],
      late: [{ step: 'late', afterWorkingDays: 1, to: ['team-manager'] }],
      ladder: LADDER,
      lateUnit: 'working-days',
      basis: 'statutory',
      source: WORKING_TOGETHER,
      carriedBySource: true,
    },
    {
      id: 'strategy-to-icpc',
      title: 'Initial conference',
      runsFrom: 'strategy discussion that opens a section 47 enquiry',
      metBy: 'an initial child protection conference held, or a recorded decision that none is needed',
      interval: { n: 15, unit: 'working-days' },
      firstDayCounts: false,
      roll: 'back',
      reminders: [
        { step: 'book-10wd', back: { n: 10, unit: 'working-days' }, to: ['social-worker', 'conference-service'] },
        wd(3),
        wd(1),
      ],
      late: [{ step: 'late', afterWorkingDays: 0, to: ['team-manager', 'conference-service'] }],
      ladder: besideFirst('conference-service'),
      lateUnit: 'working-days',
      basis: 'statutory',
      source: WORKING_TOGETHER,
      carriedBySource: true,
    },
    {
      id: 'core-group-first',
      title: 'First core group',
      runsFrom: 'initial or transfer-in conference that makes a plan',
      metBy: 'a core group held',
      interval: { n: 10, unit: 'working-days' },
      firstDayCounts: false,
      roll: 'back',
      reminders: [wd(5), wd(1)],
      late: [{ step: 'late', afterWorkingDays: 1, to: ['team-manager'] }],
      ladder: LADDER,
      lateUnit: 'working-days',
      basis: 'statutory',
      source: WORKING_TOGETHER,
      carriedBySource: false,
    },
    {
      id: 'core-group',
      title: 'Core group',
      runsFrom: 'last core group, while the child protection plan runs',
      metBy: 'a core group held',
      interval: { n: 6, unit: 'weeks' },
      firstDayCounts: false,
      roll: 'back',
      reminders: [{ step: 'due-7d', back: { n: 7, unit: 'days' }, to: ['social-worker'] }, wd(1)],
      late: [{ step: 'late', afterWorkingDays: 1, to: ['team-manager'] }],
      ladder: LADDER,
      lateUnit: 'calendar-days',
      basis: 'local',
      source: `${LOCAL}; twelve a year assumed in the Family Safeguarding evaluation 2020`,
      carriedBySource: false,
    },
    {
      id: 'visit',
      title: 'Visit',
      runsFrom: 'child protection plan start, then the last visit with the child seen',
      metBy: 'a visit with the child seen; before birth any visit to the parents',
      interval: { n: 10, unit: 'working-days' },
      firstDayCounts: false,
      roll: 'none',
      reminders: [wd(2)],
      late: [
        { step: 'late', afterWorkingDays: 1, to: ['social-worker'] },
        { step: 'late-2', afterWorkingDays: 2, to: ['team-manager'] },
        { step: 'late-3', afterTrigger: { n: 28, unit: 'days' }, to: ['team-manager'] },
      ],
      ladder: LADDER,
      lateUnit: 'working-days',
      basis: 'local',
      source: LOCAL,
      carriedBySource: true,
    },
    {
      ...REVIEW,
      id: 'review-first',
      runsFrom: 'initial or transfer-in conference that makes a plan',
      interval: { n: 3, unit: 'months' },
    },
    {
      ...REVIEW,
      id: 'review-next',
      runsFrom: 'previous review conference, if the plan continues',
      interval: { n: 6, unit: 'months' },
    },
    { ...FOLLOW_UP, id: 'cpp-follow-up-3m', title: 'Three-month follow-up', interval: { n: 3, unit: 'months' } },
    { ...FOLLOW_UP, id: 'cpp-follow-up-6m', title: 'Six-month follow-up', interval: { n: 6, unit: 'months' } },
    {
      id: 'allocation',
      title: 'Allocation of a social worker',
      runsFrom: 'nobody allocated at the end of a day while a child has an open referral',
      metBy: 'a worker allocated to every child with an open referral',
      interval: { n: 2, unit: 'working-days' },
      firstDayCounts: false,
      roll: 'none',
      reminders: [{ step: 'at-once', to: ['team-manager'] }],
      late: [{ step: 'late', afterWorkingDays: 0, to: ['team-manager'] }],
      ladder: LADDER,
      lateUnit: 'working-days',
      basis: 'product',
      source: 'Ofsted, In the child’s time, 2014: changes of worker',
      carriedBySource: true,
    },
  ],
}
