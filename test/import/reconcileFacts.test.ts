import { BEN, extract, known, row } from './reconcileCase'
import {
  VISIT,
  PLAN,
  visit,
  icpc,
  HAS_VISIT,
  withPerson,
  corrected,
  tellStories,
  type Story,
  ICPC,
  PERSONS_ICPC,
} from './reconcileStories'

const PERSONS_VISIT = { id: 'e1', kind: 'visit-made', on: '2026-03-02', data: { seen: true, seenAlone: true } }
const TIED_VISIT = known(withPerson(PERSONS_VISIT), extract([visit]))
const bensVisit = row({ ...VISIT, record: 'ssd_cp_visits/2', children: [BEN] })
const TIED_TWICE = known(withPerson(PERSONS_VISIT), extract([visit, bensVisit]))

const PERSONS: readonly Story[] = [
  {
    name: 'the same fact is tied to it',
    before: withPerson(PERSONS_VISIT),
    now: extract([visit]),
    expected: ['tie ssd_cp_visits/1 visit-made'],
  },
  {
    name: 'a field only a person told is no contradiction',
    before: withPerson({ ...PERSONS_VISIT, data: { seen: true, seenAlone: true, joint: true } }),
    now: extract([visit]),
    expected: ['tie ssd_cp_visits/1 visit-made'],
  },
  {
    name: 'one event of a person for two siblings speaks for a row of each',
    before: withPerson(PERSONS_VISIT),
    now: extract([visit, row({ ...VISIT, record: 'ssd_cp_visits/2', children: [BEN] })]),
    expected: ['tie ssd_cp_visits/1 visit-made', 'tie ssd_cp_visits/2 visit-made'],
  },
  {
    name: 'for the other sibling alone it is another fact',
    before: withPerson({ ...PERSONS_VISIT, children: [BEN] }),
    now: extract([visit]),
    expected: ['new visit-made 2026-03-02'],
  },
  {
    name: 'different data on the same day: nothing is appended, a person is asked',
    before: withPerson({ ...PERSONS_VISIT, data: { seen: false, seenAlone: false } }),
    now: extract([visit]),
    expected: ['tie ssd_cp_visits/1 visit-made', '? disagrees 1'],
  },
  {
    name: 'a day of two that fits better is the one',
    before: withPerson(
      { ...PERSONS_VISIT, id: 'e0', data: { seen: false, seenAlone: false } },
      { ...PERSONS_VISIT, data: { seen: true, seenAlone: true } },
    ),
    now: extract([visit]),
    expected: ['tie ssd_cp_visits/1 visit-made'],
  },
  {
    name: 'what was taken back and recorded again agrees',
    before: withPerson(
      { ...PERSONS_VISIT, id: 'e0' },
      { ...PERSONS_VISIT, id: 'e00', supersedes: 'e0', void: true },
      PERSONS_VISIT,
    ),
    now: extract([visit]),
    expected: ['tie ssd_cp_visits/1 visit-made'],
  },
  {
    name: 'a plan of another kind on the same day is another plan',
    before: withPerson({ id: 'e1', kind: 'plan-started', on: '2026-03-18', data: { plan: 'cin' } }),
    now: extract([row(PLAN)]),
    expected: ['new plan-started 2026-03-18'],
  },
  {
    name: 'a specialist in another role on the same day is another specialist',
    before: withPerson({
      id: 'e1',
      kind: 'specialist-allocated',
      on: '2026-03-18',
      data: { role: 'health', person: 'p1' },
    }),
    now: extract([
      row({
        record: 'ssd_involvements/3',
        kind: 'specialist-allocated',
        on: '2026-03-18',
        data: { role: 'police', person: 'p2' },
      }),
    ]),
    expected: ['new specialist-allocated 2026-03-18'],
  },
  {
    name: 'a near day of what there is one of: nothing is appended, a person is asked',
    before: withPerson({ ...PERSONS_ICPC, on: '2026-03-16' }),
    now: extract([icpc]),
    expected: ['tie ssd_initial_cp_conference/7 icpc-held', '? disagrees 7'],
  },
  {
    name: 'two weeks and a day are not near',
    before: withPerson({ ...PERSONS_ICPC, on: '2026-03-03' }),
    now: extract([icpc]),
    expected: ['new icpc-held 2026-03-18'],
  },
  {
    name: 'a near visit is another visit',
    before: withPerson({ ...PERSONS_VISIT, on: '2026-03-03' }),
    now: extract([visit]),
    expected: ['new visit-made 2026-03-02'],
  },
  {
    name: 'a near day that another row of the child speaks for is taken: the row is a fact of its own',
    before: withPerson(PERSONS_ICPC),
    now: extract([icpc, row({ ...ICPC, record: 'ssd_initial_cp_conference/8', on: '2026-03-20' })]),
    expected: ['new icpc-held 2026-03-20', 'tie ssd_initial_cp_conference/7 icpc-held'],
  },
  {
    name: 'of two near rows of one child the nearer one is asked about, the other is appended',
    before: withPerson({ ...PERSONS_ICPC, on: '2026-03-16' }),
    now: extract([row({ ...ICPC, record: 'ssd_initial_cp_conference/8', on: '2026-03-23' }), icpc]),
    expected: ['new icpc-held 2026-03-23', 'tie ssd_initial_cp_conference/7 icpc-held', '? disagrees 7'],
  },
  {
    name: 'a near row of a sibling that comes a day later is asked about too',
    before: known(withPerson({ ...PERSONS_ICPC, on: '2026-03-16' }), extract([icpc])),
    now: extract([icpc, row({ ...ICPC, record: 'ssd_initial_cp_conference/8', children: [BEN] })]),
    expected: ['tie ssd_initial_cp_conference/8 icpc-held', '? disagrees 7', '? disagrees 8'],
  },
  {
    name: 'a row that no longer says what a person recorded: a person is asked',
    before: TIED_VISIT,
    now: extract([], { [VISIT.record]: 'taken' }),
    expected: ['? disagrees 1'],
  },
  {
    name: 'a tied record that is gone is flagged, and what the person recorded stays',
    before: TIED_VISIT,
    now: extract([]),
    expected: ['? vanished 1'],
  },
  {
    name: 'a tied record that is gone is flagged also while that of a sibling is still there',
    before: TIED_TWICE,
    now: extract([bensVisit]),
    expected: ['? vanished 1'],
  },
  {
    name: 'of two siblings one whose record got a new id has lost none',
    before: TIED_TWICE,
    now: extract([row({ ...VISIT, record: 'ssd_cp_visits/99' }), bensVisit]),
    expected: ['tie ssd_cp_visits/99 visit-made'],
  },
  {
    name: 'nor has it on the day after',
    before: known(TIED_TWICE, extract([row({ ...VISIT, record: 'ssd_cp_visits/99' }), bensVisit])),
    now: extract([row({ ...VISIT, record: 'ssd_cp_visits/99' }), bensVisit]),
    expected: [],
  },
]

const CORRECTED: readonly Story[] = [
  {
    name: 'the extract still says the old day: a person is asked',
    before: corrected(HAS_VISIT, { on: '2026-03-04' }),
    now: extract([visit]),
    expected: ['? disagrees 1'],
  },
  {
    name: 'the extract says a third day: a person is asked',
    before: corrected(HAS_VISIT, { on: '2026-03-04' }),
    now: extract([row({ ...VISIT, on: '2026-03-05' })]),
    expected: ['? disagrees 1'],
  },
  {
    name: 'the extract was corrected as well: nothing to ask',
    before: corrected(HAS_VISIT, { on: '2026-03-04' }),
    now: extract([row({ ...VISIT, on: '2026-03-04' })]),
    expected: [],
  },
  {
    name: 'what a person took back stays taken back',
    before: corrected(HAS_VISIT, { void: true }),
    now: extract([visit]),
    expected: ['? disagrees 1'],
  },
  {
    name: 'what a person took back and upstream took back too is settled',
    before: corrected(HAS_VISIT, { void: true }),
    now: extract([]),
    expected: [],
  },
  {
    name: 'an id that changed does not bring the old day back beside the correction',
    before: corrected(HAS_VISIT, { on: '2026-03-04' }),
    now: extract([row({ ...VISIT, record: 'ssd_cp_visits/99' })]),
    expected: ['tie ssd_cp_visits/99 visit-made', '? disagrees 99'],
  },
  {
    name: 'an id that changed does not bring back what a person took back',
    before: corrected(HAS_VISIT, { void: true }),
    now: extract([row({ ...VISIT, record: 'ssd_cp_visits/99' })]),
    expected: ['tie ssd_cp_visits/99 visit-made', '? disagrees 99'],
  },
]

tellStories('what a person recorded', PERSONS)
tellStories('what a person corrected', CORRECTED)
