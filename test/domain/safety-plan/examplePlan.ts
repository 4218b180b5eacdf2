import type { PlanDocument } from '../../../domain/safety-plan/planDocument'

type Line = PlanDocument['lines']['basicCare'][number]

export const line = (id: string, change: Partial<Line> = {}): Line => ({
  ...{ id, agency: 'Health visitor', frequency: 'every week', achieve: 'three meals a day', by: '2026-04-20' },
  duty: 'mother',
  ...change,
})

/** A plan of a mother and a father about one child, with nothing left to answer but its checks. */
export const plan = (change: Partial<PlanDocument> = {}): PlanDocument => ({
  format: 1,
  date: '2026-03-02',
  concerns: 'Worries about food and about quarrels.',
  domesticAbuse: null,
  policeInvolved: false,
  children: ['c1'],
  parents: [{ role: 'mother', name: 'Wilhelmina Quillfeather' }, { role: 'father' }],
  lines: {
    basicCare: [line('care-1')],
    ensuringSafety: [line('safety-1', { agency: 'Social worker', achieve: 'no quarrels at home', duty: 'father' })],
    accessToEducation: [],
    emotionalWellbeing: [],
  },
  support: ['We help with a place at nursery.'],
  timeOfferedUntil: '2026-03-16',
  validUntil: '2026-09-02',
  review: { mode: 'six-weekly' },
  signatories: ['social-worker', 'mother', 'father', 'team-manager'],
  checks: {},
  ...change,
})

export const withLines = (change: Partial<PlanDocument['lines']>, more: Partial<PlanDocument> = {}): PlanDocument => ({
  ...plan(more),
  lines: { ...plan().lines, ...change },
})

/** The same where the father harms and the mother is harmed. */
export const abuse = { harms: ['father'], isHarmed: ['mother'] } satisfies PlanDocument['domesticAbuse']
