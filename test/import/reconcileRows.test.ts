import { BEN, extract, known, NOTHING, row } from './reconcileCase'
import { VISIT, visit, HAS_VISIT, tellStories, type Story } from './reconcileStories'

const ONLY_ROWS: readonly Story[] = [
  { name: 'a new row is appended', before: NOTHING, now: extract([visit]), expected: ['new visit-made 2026-03-02'] },
  { name: 'a row that says the same adds nothing', before: HAS_VISIT, now: extract([visit]), expected: [] },
  {
    name: 'fields in another order are the same',
    before: HAS_VISIT,
    now: extract([row({ ...VISIT, data: { seenAlone: true, seen: true } })]),
    expected: [],
  },
  {
    name: 'a changed day supersedes',
    before: HAS_VISIT,
    now: extract([row({ ...VISIT, on: '2026-03-03' })]),
    expected: ['changed visit-made 2026-03-03'],
  },
  {
    name: 'changed data supersede',
    before: HAS_VISIT,
    now: extract([row({ ...VISIT, data: { seen: true, seenAlone: false } })]),
    expected: ['changed visit-made 2026-03-02'],
  },
  {
    name: 'a record of a merged child follows to the child that is left: one timeline',
    before: HAS_VISIT,
    now: extract([row({ ...VISIT, children: [BEN] })]),
    expected: ['changed visit-made 2026-03-02'],
  },
  {
    name: 'a row that no longer tells a fact takes it back',
    before: HAS_VISIT,
    now: extract([], { [VISIT.record]: 'taken' }),
    expected: ['back visit-made 2026-03-02'],
  },
  {
    name: 'what was taken back and is told again stands again',
    before: known(HAS_VISIT, extract([], { [VISIT.record]: 'taken' })),
    now: extract([visit]),
    expected: ['changed visit-made 2026-03-02'],
  },
  {
    name: 'a record that is gone keeps its facts, and a person is asked',
    before: HAS_VISIT,
    now: extract([]),
    expected: ['? vanished 1'],
  },
  {
    name: 'a rejected or unreadable row leaves what it said before',
    before: HAS_VISIT,
    now: extract([], { [VISIT.record]: 'left-out' }),
    expected: [],
  },
  {
    name: 'a record that went to a child of another case is taken back here, and a person is asked',
    before: HAS_VISIT,
    now: extract([], { [VISIT.record]: 'elsewhere' }),
    expected: ['back visit-made 2026-03-02', '? moved-record 1'],
  },
  {
    name: 'an id that changed is recognised by its content',
    before: HAS_VISIT,
    now: extract([row({ ...VISIT, record: 'ssd_cp_visits/99' })]),
    expected: ['tie ssd_cp_visits/99 visit-made'],
  },
  {
    name: 'another content under another id is another fact',
    before: HAS_VISIT,
    now: extract([row({ ...VISIT, record: 'ssd_cp_visits/99', data: { seen: false, seenAlone: false } })]),
    expected: ['new visit-made 2026-03-02', '? vanished 1'],
  },
  {
    name: 'a second row of the same content beside the first is a second fact',
    before: HAS_VISIT,
    now: extract([visit, row({ ...VISIT, record: 'ssd_cp_visits/99' })]),
    expected: ['new visit-made 2026-03-02'],
  },
]

tellStories('rows of the extract', ONLY_ROWS)
