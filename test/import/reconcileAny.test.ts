import fc from 'fast-check'
import type { ImportedEvent } from '../../activities/import/imported'
import { chains, type Recorded } from '../../activities/import/reconcile/recorded'
import type { FactsBefore, Whereabouts } from '../../activities/import/reconcile/facts'
import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { BEN, ANN, byPerson, extract, known, NOTHING, row, rowId } from './reconcileCase'
import { SEED } from '../seed'

const RUNS = { numRuns: 500, seed: SEED }

const KINDS = ['visit-made', 'icpc-held', 'plan-started', 'worker-ended'] as const
const DATA: Readonly<Record<(typeof KINDS)[number], readonly object[]>> = {
  'visit-made': [{ seen: true }, { seen: false }, { seen: true, seenAlone: true }],
  'icpc-held': [{ outcome: 'plan' }, { outcome: 'no-plan' }],
  'plan-started': [{ plan: 'cpp' }, { plan: 'cin' }, { plan: 'cpp', of: rowId('ssd_table/1', 'icpc-held') }],
  'worker-ended': [{ person: 'p1' }, { person: 'p2' }],
}
const said = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    day: fc.integer({ min: 1, max: 20 }),
    child: fc.constantFrom(ANN, BEN),
    data: fc.nat(),
  })
  .map(({ kind, day, child, data }) => ({
    kind,
    on: `2026-03-${String(day).padStart(2, '0')}`,
    children: [child],
    data: DATA[kind][data % DATA[kind].length] ?? {},
  }))

const unique = (events: readonly ImportedEvent[]): readonly ImportedEvent[] => [
  ...new Map(events.map((event) => [event.id, event])).values(),
]
/** The rows of one extract: some records, each telling one or more facts. */
const rows = (system: 'ssd' | 'census'): fc.Arbitrary<readonly ImportedEvent[]> =>
  fc.array(fc.tuple(fc.nat(6), said, fc.boolean()), { maxLength: 8 }).map((all) =>
    unique(
      all.map(([id, fact, seenFirst]) =>
        row({
          record: system === 'ssd' ? `ssd_table/${id}` : `A${id}/1`,
          ...fact,
          ...(seenFirst && fact.kind === 'worker-ended' ? { firstSeen: true as const } : {}),
        }),
      ),
    ),
  )
const elsewhere = fc.dictionary(
  fc.nat(6).map((id) => `ssd_table/${id}`),
  fc.constantFrom<Whereabouts>('left-out', 'elsewhere', 'taken', 'gone'),
  { maxKeys: 3 },
)
const liveExtract = fc.tuple(rows('ssd'), elsewhere).map(([events, others]) => {
  const there = new Set(events.map(({ source }) => source.record))
  return extract(events, Object.fromEntries(Object.entries(others).filter(([name]) => !there.has(name))))
})
/** A census covers one year: what it does not tell is left alone. */
const census = rows('census').map((events) => ({
  ...extract(events, {}, 'census'),
  whereabouts: (name: string): Whereabouts =>
    events.some(({ source }) => source.record === name) ? 'taken' : 'left-out',
}))
const persons = fc
  .array(fc.tuple(said, fc.boolean()), { maxLength: 3 })
  .map((all) =>
    all.map(([fact, all2], index) =>
      byPerson({ id: `person-${index}`, ...fact, data: { ...fact.data }, children: all2 ? [] : fact.children }),
    ),
  )

/** A person corrects, or takes back, some events of what is there. */
const correct = (before: FactsBefore, whom: readonly number[]): FactsBefore => {
  const all = [...chains(before.recorded).values()]
  const corrections: Recorded[] = [...new Set(whom)].flatMap((number, index) => {
    const chain = all[number]
    if (chain === undefined) return []
    const { kind, data } = chain.last
    return [
      byPerson({
        id: `correction-${index}`,
        kind,
        data,
        on: '2026-03-11',
        supersedes: chain.last.id,
        void: number % 2 === 0,
      }),
    ]
  })
  return { ...before, recorded: [...before.recorded, ...corrections] }
}

/** A case with a history: what people recorded, a census, an extract, corrections, another extract. */
const anyCase = fc
  .tuple(persons, census, liveExtract, fc.array(fc.nat(8), { maxLength: 3 }), liveExtract)
  .map(([recorded, first, second, whom, third]) =>
    known(correct(known({ ...NOTHING, recorded }, first, second), whom), third),
  )

const standing = ({ recorded }: FactsBefore): readonly string[] =>
  [...chains(recorded).values()]
    .filter(({ stands }) => stands)
    .map(({ last: { kind, on, children, data } }) => {
      const plain = { ...data } as Record<string, unknown>
      delete plain['of'] // an id: of two rows that say the same either may keep the event that was there
      return JSON.stringify([kind, on, [...children].sort(), plain])
    })
    .sort()

describe('any case and any extract', () => {
  it(`the second time nothing is appended and nothing tied (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase, fc.oneof(liveExtract, census), (before, now) => {
        const once = known(before, now)
        const { append, ties } = reconcileFacts(once, now)
        expect({ append, ties }).toEqual({ append: [], ties: [] })
      }),
      RUNS,
    )
  })

  it(`the order of the rows does not matter for what stands (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase, liveExtract, fc.infiniteStream(fc.nat()), (before, now, places) => {
        const order = new Map(now.events.map((event) => [event, places.next().value as number]))
        const events = [...now.events].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        expect(standing(known(before, { ...now, events }))).toEqual(standing(known(before, now)))
      }),
      RUNS,
    )
  })

  it(`every version has an id of its own and supersedes the last one of its event (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase, liveExtract, (before, now) => {
        const { recorded } = known(before, now)
        expect(new Set(recorded.map(({ id }) => id)).size).toBe(recorded.length)
        const followed = recorded.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes]))
        expect(new Set(followed).size).toBe(followed.length)
      }),
      RUNS,
    )
  })

  it(`what a person said last is never followed by an import (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase, fc.oneof(liveExtract, census), (before, now) => {
        const { append } = reconcileFacts(before, now)
        const persons = new Set(before.recorded.filter((event) => event.byPerson).map(({ id }) => id))
        expect(append.filter(({ supersedes }) => supersedes !== null && persons.has(supersedes))).toEqual([])
      }),
      RUNS,
    )
  })

  it(`every row is told by an event, by its own words or with a finding; none is lost (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase, liveExtract, (before, now) => {
        const { append, findings, ties } = reconcileFacts(before, now)
        const after = known(before, now)
        const events = [...chains(after.recorded).values()]
        for (const event of now.events) {
          const mine = ({ record, kind }: { readonly record: string; readonly kind: string }): boolean =>
            record === event.source.record && kind === event.kind
          const speaks = events.filter(
            ({ first }) =>
              (first.source !== null && mine({ record: first.source.record, kind: first.kind })) ||
              after.ties.some((tie) => mine(tie) && tie.eventId === first.id),
          )
          expect(speaks.length).toBeGreaterThan(0)
          const asked = findings.some(({ record }) => `ssd_table/${record ?? ''}` === event.source.record)
          const same = speaks.some(
            ({ last, stands }) =>
              stands && (last.on === event.on || event.firstSeen === true) && last.kind === event.kind,
          )
          if (!asked && !same) throw new Error(JSON.stringify({ event, append, ties, findings, speaks }))
        }
      }),
      RUNS,
    )
  })
})
