import { extract, known, NOTHING, row } from './reconcileCase'
import { icpc, withPerson, tellStories, type Story, ICPC, PERSONS_ICPC } from './reconcileStories'

const CENSUS_ICPC = { ...ICPC, record: 'A1/2026-03-18/1' }
const HAS_CENSUS = known(NOTHING, extract([row(CENSUS_ICPC)], {}, 'census'))
const NEAR_CENSUS = known(NOTHING, extract([row({ ...CENSUS_ICPC, on: '2026-03-16' })], {}, 'census'))

const CENSUS: readonly Story[] = [
  {
    name: 'the live extract takes a fact of a census over',
    before: HAS_CENSUS,
    now: extract([icpc]),
    expected: ['tie ssd_initial_cp_conference/7 icpc-held'],
  },
  {
    name: 'the live extract knows more of it',
    before: HAS_CENSUS,
    now: extract([row({ ...ICPC, data: { outcome: 'plan', quorate: false } })]),
    expected: ['changed icpc-held 2026-03-18', 'tie ssd_initial_cp_conference/7 icpc-held'],
  },
  {
    name: 'a near day of the live extract stands, and a person is told',
    before: NEAR_CENSUS,
    now: extract([icpc]),
    expected: ['changed icpc-held 2026-03-18', 'tie ssd_initial_cp_conference/7 icpc-held', '? sources-disagree 7'],
  },
  {
    name: 'two near rows of the live extract are two facts',
    before: NEAR_CENSUS,
    now: extract([icpc, row({ ...ICPC, record: 'ssd_initial_cp_conference/8', on: '2026-03-21' })]),
    expected: [
      'changed icpc-held 2026-03-18',
      'new icpc-held 2026-03-21',
      'tie ssd_initial_cp_conference/7 icpc-held',
      '? sources-disagree 7',
    ],
  },
  {
    name: 'the same census again does not undo what the live extract said since',
    before: known(NEAR_CENSUS, extract([icpc])),
    now: extract([row({ ...CENSUS_ICPC, on: '2026-03-16' })], {}, 'census'),
    expected: [],
  },
  {
    name: 'the live extract asks after no record of a census',
    before: known(withPerson(PERSONS_ICPC), extract([row(CENSUS_ICPC)], {}, 'census')),
    now: extract([]),
    expected: [],
  },
]

tellStories('what a census told', CENSUS)
