import { extract, known, NOTHING, row, rowId } from './reconcileCase'
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
    name: 'as long as the days differ, in every extract',
    before: known(NEAR_CENSUS, extract([icpc])),
    now: extract([icpc]),
    expected: ['? sources-disagree 7'],
  },
  {
    name: 'no longer once the live extract says the day of the census',
    before: known(NEAR_CENSUS, extract([icpc])),
    now: extract([row({ ...ICPC, on: '2026-03-16' })]),
    expected: ['changed icpc-held 2026-03-16'],
  },
  {
    name: 'no longer once another census told of the child: that one says it',
    before: {
      ...known(NEAR_CENSUS, extract([icpc])),
      retold: new Set([rowId(CENSUS_ICPC.record, CENSUS_ICPC.kind)]),
    },
    now: extract([icpc]),
    expected: [],
  },
  {
    name: 'a day that both told and the live extract changed since is another than that of the census',
    before: known(HAS_CENSUS, extract([icpc])),
    now: extract([row({ ...ICPC, on: '2026-03-19' })]),
    expected: ['changed icpc-held 2026-03-19', '? sources-disagree 7'],
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
    name: 'the same census again does not undo what the live extract said since, and says that it differs',
    before: known(NEAR_CENSUS, extract([icpc])),
    now: extract([row({ ...CENSUS_ICPC, on: '2026-03-16' })], {}, 'census'),
    expected: ['? sources-disagree 2026-03-18/1'],
  },
  {
    name: 'the same census again has nothing to say when the live extract said the same',
    before: known(HAS_CENSUS, extract([icpc])),
    now: extract([row(CENSUS_ICPC)], {}, 'census'),
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
