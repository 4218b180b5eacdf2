/** A plan to be filled in, as a file: every field once, with words that say what belongs there. It cannot be written as it stands. */
export const blankPlan = {
  format: 1,
  date: '2026-03-02',
  concerns: 'What we are worried about, and why.',
  domesticAbuse: null,
  policeInvolved: false,
  children: ['ids of the children: safety-plan show lists them'],
  parents: [{ role: 'mother', name: 'Her name' }],
  address: 'Where the family lives',
  lines: {
    basicCare: [
      {
        id: 'care-1',
        agency: 'who you work with',
        frequency: 'how often',
        achieve: 'what will be different',
        by: '2026-04-02',
        duty: 'mother',
      },
    ],
    ensuringSafety: [],
    accessToEducation: [],
    emotionalWellbeing: [],
  },
  support: ['What we will do to help'],
  phones: { socialWorker: 'Number of the social worker', afterClosing: 'Number to ring later' },
  timeOfferedUntil: '2026-03-09',
  validUntil: null,
  review: { mode: 'six-weekly' },
  signatories: ['social-worker', 'mother', 'team-manager'],
  checks: {},
} as const
