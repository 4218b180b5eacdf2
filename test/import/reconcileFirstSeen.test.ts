import { extract, known, NOTHING, row } from './reconcileCase'
import { withPerson, corrected, tellStories, type Story } from './reconcileStories'

const DAY_OF_EXTRACT = {
  record: 'ssd_involvements/3',
  kind: 'worker-ended',
  on: '2026-11-24',
  data: { person: 'p1' },
  firstSeen: true,
} as const
const HAS_LEAVER = known(NOTHING, extract([row(DAY_OF_EXTRACT)]))

const FIRST_SEEN: readonly Story[] = [
  {
    name: 'a day no row tells stays that of the first extract',
    before: HAS_LEAVER,
    now: extract([row({ ...DAY_OF_EXTRACT, on: '2026-11-25' })]),
    expected: [],
  },
  {
    name: 'a person who knows the true day is not contradicted',
    before: corrected(HAS_LEAVER, { on: '2026-11-20' }),
    now: extract([row({ ...DAY_OF_EXTRACT, on: '2026-11-25' })]),
    expected: [],
  },
  {
    name: 'a person who knew some days earlier said the same',
    before: withPerson({ id: 'e1', kind: 'worker-ended', on: '2026-11-20', data: { person: 'p1' } }),
    now: extract([row(DAY_OF_EXTRACT)]),
    expected: ['tie ssd_involvements/3 worker-ended'],
  },
  {
    name: 'another worker whom a person recorded is another',
    before: withPerson({ id: 'e1', kind: 'worker-ended', on: '2026-11-20', data: { person: 'p2' } }),
    now: extract([row(DAY_OF_EXTRACT)]),
    expected: ['new worker-ended 2026-11-24'],
  },
]

tellStories('days no row tells', FIRST_SEEN)
