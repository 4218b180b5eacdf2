/** The facts that contracts.md 2 shows. */
export const EXAMPLE = {
  format: 1,
  case: { ref: 'N-1042', team: 'north-1' },
  children: [
    { id: 'c1', bornOn: '2019-04-02' },
    { id: 'c2', expectedOn: '2027-01-15' },
  ],
  events: [
    { id: 'e1', kind: 'strategy-discussion', on: '2026-02-27', children: ['c1'], data: { opensSection47: true } },
    { id: 'e2', kind: 'icpc-held', on: '2026-03-18', children: ['c1'], data: { outcome: 'plan', quorate: true } },
    { id: 'e3', kind: 'plan-started', on: '2026-03-18', children: ['c1'], data: { plan: 'cpp', category: 'neglect' } },
    {
      id: 'e4',
      kind: 'core-group-held',
      on: '2026-03-31',
      children: ['c1'],
      data: { quorate: true },
      supersedes: null,
    },
  ],
}

/** The first review of it on 20 November 2026, as contracts.md 2 shows it in JSON. */
export const FIRST_REVIEW = {
  rule: 'review-first',
  subject: 'c1',
  occurrence: 1,
  trigger: 'e2',
  dueOn: '2026-06-18',
  limitOn: '2026-06-18',
  bookedFor: null,
  state: 'overdue',
  metBy: null,
  metOn: null,
  daysLate: 155,
  reminders: [
    { step: 'book-6w', on: '2026-05-07' },
    { step: 'due-10wd', on: '2026-06-04' },
    { step: 'due-2wd', on: '2026-06-16' },
  ],
  lateOn: '2026-06-18',
  explanation: [
    'Initial child protection conference held on 18 March 2026',
    'plus 3 calendar months is 18 June 2026',
    'a Thursday and a working day',
  ],
  basis: 'statutory',
  wouldMeet: 'a review child protection conference held',
  source: 'Working Together to Safeguard Children',
}
