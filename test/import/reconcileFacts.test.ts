import { chains } from '../../activities/import/reconcile/recorded'
import type { FactsBefore, FactsNow } from '../../activities/import/reconcile/facts'
import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { BEN, byPerson, CASE, extract, known, NOTHING, row, rowId, taken } from './reconcileCase'
import { stableId } from '../../activities/import/stableId'

const VISIT = { record: 'ssd_cp_visits/1', kind: 'visit-made', on: '2026-03-02', data: { seen: true, seenAlone: true } }
const ICPC = {
  record: 'ssd_initial_cp_conference/7',
  kind: 'icpc-held',
  on: '2026-03-18',
  data: { outcome: 'plan', quorate: true },
}
const PLAN = {
  record: 'ssd_cp_plans/4',
  kind: 'plan-started',
  on: '2026-03-18',
  data: { plan: 'cpp', category: 'neglect' },
}
const visit = row(VISIT)
const icpc = row(ICPC)
const HAS_VISIT = known(NOTHING, extract([visit]))
const OLD_VISIT = rowId(VISIT.record, VISIT.kind)

/** What would be written, short: each event, each tie, each kind of finding. */
const outcome = (before: FactsBefore, now: FactsNow): readonly string[] => {
  const { append, ties, findings } = reconcileFacts(before, now)
  return [
    ...append.map(({ kind, on, supersedes, void: voids }) =>
      [voids ? 'back' : supersedes === null ? 'new' : 'changed', kind, on].join(' '),
    ),
    ...ties.map(({ record, kind }) => `tie ${record} ${kind}`),
    ...findings.map(({ kind, record }) => `? ${kind} ${record ?? ''}`),
  ]
}

/** Events that stand, as content. */
const standing = ({ recorded }: FactsBefore): readonly string[] =>
  [...chains(recorded).values()]
    .filter(({ stands }) => stands)
    .map(({ last: { kind, on, children, data } }) => JSON.stringify([kind, on, children, data]))
    .sort()

const withPerson = (...events: readonly Parameters<typeof byPerson>[0][]): FactsBefore => ({
  ...NOTHING,
  recorded: events.map(byPerson),
})
const corrected = (before: FactsBefore, event: Partial<Parameters<typeof byPerson>[0]>): FactsBefore => {
  const last = before.recorded.at(-1)
  if (last === undefined) throw new Error('nothing to correct')
  const { kind, on, data } = last
  return {
    ...before,
    recorded: [...before.recorded, byPerson({ id: 'correction', kind, on, data, supersedes: last.id, ...event })],
  }
}

interface Story {
  readonly name: string
  readonly before: FactsBefore
  readonly now: FactsNow
  readonly expected: readonly string[]
}

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

const PERSONS_VISIT = { id: 'e1', kind: 'visit-made', on: '2026-03-02', data: { seen: true, seenAlone: true } }
const PERSONS_ICPC = { id: 'e1', kind: 'icpc-held', on: '2026-03-18', data: { outcome: 'plan', quorate: true } }
const TIED_VISIT = known(withPerson(PERSONS_VISIT), extract([visit]))

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

describe.each([
  ['rows of the extract', ONLY_ROWS],
  ['days no row tells', FIRST_SEEN],
  ['what a person recorded', PERSONS],
  ['what a person corrected', CORRECTED],
  ['what a census told', CENSUS],
])('%s', (_, stories) => {
  it.each(stories)('$name', ({ before, now, expected }) => {
    expect([...outcome(before, now)].sort()).toEqual([...expected].sort())
  })

  it.each(stories)('twice is the same as once: $name', ({ before, now }) => {
    const once = taken(before, reconcileFacts(before, now))
    const { append, ties } = reconcileFacts(once, now)
    expect({ append, ties }).toEqual({ append: [], ties: [] })
  })
})

describe('ids', () => {
  it('a later version has an id made from the first, and names the one before', () => {
    const { append } = reconcileFacts(HAS_VISIT, extract([row({ ...VISIT, on: '2026-03-03' })]))
    expect(append).toMatchObject([{ id: stableId('version', OLD_VISIT, '2'), supersedes: OLD_VISIT, void: false }])
  })

  it('an event whose id another case has gets a new one, and other rows name that', () => {
    const plan = row(PLAN)
    const review = row({
      record: 'ssd_cp_reviews/5',
      kind: 'review-held',
      on: '2026-06-02',
      data: { outcome: 'continue', quorate: true, of: plan.id },
    })
    const { append } = reconcileFacts({ ...NOTHING, taken: new Set([plan.id]) }, extract([plan, review]))
    const fresh = stableId('event', plan.id, CASE)
    expect(append).toMatchObject([{ id: fresh }, { id: review.id, data: { of: fresh } }])
  })

  it.each([
    ['an id changed', known(NOTHING, extract([row(PLAN)])), rowId(PLAN.record, PLAN.kind)],
    ['a person recorded it', withPerson({ id: 'e1', kind: 'plan-started', on: PLAN.on, data: { plan: 'cpp' } }), 'e1'],
  ])('when %s, other rows name the event that was there', (_, before, id) => {
    const plan = row({ ...PLAN, record: 'ssd_cp_plans/44' })
    const end = row({
      record: 'ssd_cp_plans/44',
      kind: 'plan-ended',
      on: '2026-09-01',
      data: { plan: 'cpp', of: plan.id, reason: 'review' },
    })
    expect(reconcileFacts(before, extract([plan, end])).append).toMatchObject([
      { kind: 'plan-ended', data: { of: id } },
    ])
  })

  it('a record that comes back beside the one that was taken for it is itself again', () => {
    const other = row({ ...VISIT, record: 'ssd_cp_visits/99' })
    const before = known(HAS_VISIT, extract([other]))
    const both = extract([visit, row({ ...VISIT, record: 'ssd_cp_visits/99', on: '2026-03-09' })])
    const after = known(before, both)
    expect(standing(after).map((one) => one.slice(0, 26))).toEqual([
      '["visit-made","2026-03-02"',
      '["visit-made","2026-03-09"',
    ])
    expect(reconcileFacts(after, both)).toEqual({ append: [], ties: [], findings: [] })
    // and from then on each goes its own way
    expect(outcome(after, extract([visit]))).toEqual(['? vanished 99'])
  })

  it.each([
    ['gone', ['? vanished 1']],
    ['elsewhere', ['back visit-made 2026-03-02', '? moved-record 1']],
  ] as const)('an event with two ids that are both %s is one matter', (where, expected) => {
    const before = known(HAS_VISIT, extract([row({ ...VISIT, record: 'ssd_cp_visits/99' })]))
    const now = extract([], where === 'gone' ? {} : { 'ssd_cp_visits/1': where, 'ssd_cp_visits/99': where })
    expect(outcome(before, now).map((one) => one.replace(/ 99$/, ' 1'))).toEqual(expected)
  })
})

describe('what a finding says', () => {
  const of = (before: FactsBefore, now: FactsNow) => reconcileFacts(before, now).findings

  it('names file, line and record, also of an id with a slash', () => {
    const odd = { ...VISIT, record: 'ssd_cp_visits/N/1' }
    const before = known(NOTHING, extract([row(odd)]))
    expect(of(before, extract([]))).toMatchObject([{ file: 'ssd_cp_visits.csv', line: null, record: 'N/1' }])
    expect(of(corrected(before, { on: '2026-03-04' }), extract([row(odd)]))).toMatchObject([
      { file: 'ssd_cp_visits.csv', line: 2, record: 'N/1', taken: 'warning' },
    ])
  })

  it('says both days', () => {
    const [finding] = of(corrected(HAS_VISIT, { on: '2026-03-04' }), extract([visit]))
    expect(finding?.problem).toContain('says visit-made of 2026-03-02, a person recorded 2026-03-04')
  })

  it('names the field that differs', () => {
    const [finding] = of(corrected(HAS_VISIT, { data: { seen: true, seenAlone: false } }), extract([visit]))
    expect(finding?.problem).toContain('differ on seenAlone of visit-made of 2026-03-02')
  })
})
