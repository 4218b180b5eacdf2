import fc from 'fast-check'
import { differences } from '../../../domain/cohort/differences'
import { figuresOf, type CohortFigures } from '../../../domain/cohort/cohortTable'
import { MEASURES, type MeasureName } from '../../../domain/cohort/measures'
import { everythingShown } from '../../../domain/cohort/shown'
import { suppressed } from '../../../domain/cohort/suppressed'
import { SEED } from '../../seed'
import { PUBLISHED_COUNTS, rowsOf } from './publishedRows'

type Counts = Record<MeasureName, { n: number; of: number }>

/** What a reader may not learn where it is small: what is counted, what is left of its denominator, who came between the windows, other outcomes. */
const protectedIn = (shares: Counts): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(
    MEASURES.flatMap((name) => [
      [name, shares[name].n],
      [`not ${name}`, shares[name].of - shares[name].n],
    ]),
  ),
  // Where all were followed as long, the one minus the other is a count of children.
  ...(shares.cpp3m.of === shares.cpp6m.of ? { between: shares.cpp6m.n - shares.cpp3m.n } : {}),
  otherOutcomes: shares.outcome20.of - shares.outcome20.n - shares.communityResolution.n,
})

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/** How many are left out: of both windows, of the second one more, and those of whom nobody knows whether they had a prior plan. */
interface Left {
  readonly both: number
  readonly second: number
  readonly unknown: number
}

const NOBODY: Left = { both: 0, second: 0, unknown: 0 }

/** Every way in which `children` may be divided by prior plan and plans in the windows. */
function* followUps(children: number, { both, second, unknown }: Left): Generator<Partial<Counts>> {
  const of = children - unknown
  const of3 = children - both
  for (const prior of range(0, of))
    for (const left of range(Math.max(0, prior + both - of), Math.min(both, prior)))
      for (const before of range(0, prior - left))
        for (const none of range(0, of - both - (prior - left)))
          for (const others of range(0, unknown)) {
            const three = before + none + others
            for (const six of range(Math.max(0, three - second), of3 - second))
              yield {
                priorCpp: { n: prior, of },
                priorCppFollowUp3m: { n: before, of: prior - left },
                noPriorCppFollowUp3m: { n: none, of: of - both - (prior - left) },
                cpp3m: { n: three, of: of3 },
                cpp6m: { n: six, of: of3 - second },
              }
          }
}

/** The same with any number left out up to these. */
function* anyFollowUps(children: number, most: Left): Generator<Partial<Counts>> {
  for (const both of range(0, Math.min(most.both, children)))
    for (const second of range(0, Math.min(most.second, children - both)))
      for (const unknown of range(0, Math.min(most.unknown, children - both)))
        yield* followUps(children, { both, second, unknown })
}

function* outcomes(recorded: number): Generator<Partial<Counts>> {
  for (const first of range(0, recorded))
    for (const second of range(0, recorded - first))
      yield { outcome20: { n: first, of: recorded }, communityResolution: { n: second, of: recorded } }
}

const NOTHING = Object.fromEntries(MEASURES.map((name) => [name, { n: 0, of: 20 }])) as Counts

const figures = (children: number, some: Partial<Counts>): CohortFigures => ({
  ...{ cohort: 'a', children, leftOut: [], shares: { ...NOTHING, ...some } },
})

/** Of every table that may be: the small counts that somebody who knows the rule, and sees what is shown, can say exactly. */
function told(
  tables: Iterable<Partial<Counts>>,
  children: number,
  below: number,
  rule: (figures: CohortFigures, below: number) => unknown = suppressed,
): readonly string[] {
  const seen = new Map<string, Map<string, Set<number>>>()
  for (const some of tables) {
    const shown = JSON.stringify(rule(figures(children, some), below))
    const values = seen.get(shown) ?? new Map<string, Set<number>>()
    seen.set(shown, values)
    for (const [name, value] of Object.entries(protectedIn({ ...NOTHING, ...some })))
      values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  return [...seen].flatMap(([shown, values]) =>
    [...values].flatMap(([name, may]) => {
      const [only = 0, ...others] = may
      return others.length === 0 && only >= 1 && only < below ? [`${name} is ${String(only)} in ${shown}`] : []
    }),
  )
}

describe('small numbers for publication', () => {
  it.each([
    ...[3, 4].flatMap((below) => range(1, 13).map((children) => ({ below, children, both: 0, second: 0, unknown: 0 }))),
    ...[3, 4].flatMap((below) =>
      range(1, 7).map((children) => ({ below, children, both: children, second: children, unknown: children })),
    ),
    { below: 3, children: 9, both: 1, second: 9, unknown: 0 },
    { below: 3, children: 11, both: 1, second: 1, unknown: 1 },
    { below: 5, children: 16, both: 0, second: 0, unknown: 0 },
  ])(
    'no count below $below of $children children can be said by who knows the rule, with up to $both, $second and $unknown left out',
    ({ below, children, ...most }) => {
      expect(told(anyFollowUps(children, most), children, below)).toEqual([])
    },
  )

  it.each([3, 4, 5].flatMap((below) => range(1, 24).map((recorded) => ({ below, recorded }))))(
    'no outcome below $below of $recorded can be said by who knows the rule',
    ({ below, recorded }) => {
      expect(told(outcomes(recorded), 24, below)).toEqual([])
    },
  )

  it('a rule that hides the small counts alone would tell: the check finds it', () => {
    const naive = ({ shares }: CohortFigures, below: number): unknown =>
      MEASURES.map((name) => (shares[name].n >= 1 && shares[name].n < below ? '<' : shares[name]))
    expect(told(followUps(9, NOBODY), 9, 3, naive)).not.toEqual([])
    expect(told(outcomes(9), 9, 3, naive)).not.toEqual([])
  })

  it.each(['2017', '2019'] as const)('the published cohort of %s keeps what can be shown', (cohort) => {
    const { shares } = suppressed(figuresOf(cohort, rowsOf(cohort, PUBLISHED_COUNTS[cohort])), 5)
    const hiddenOnes = MEASURES.filter((name) => shares[name].hidden !== null)
    // 1 in 201; 4 came onto a plan between the third month and the sixth.
    expect(hiddenOnes).toEqual(cohort === '2017' ? [] : ['cpp6m', 'outcome20'])
    expect(shares.outcome20.hidden).toBe(cohort === '2017' ? null : '<5')
  })

  it('a cohort of few children shows nothing of them, not how many they are', () => {
    const few = figuresOf('few', rowsOf('few', { ...PUBLISHED_COUNTS['2019'], children: 4 }))
    const shown = suppressed(few, 5)
    expect([shown.children, shown.leftOut]).toEqual([null, []])
    expect(new Set(MEASURES.map((name) => JSON.stringify(shown.shares[name])))).toEqual(
      new Set(['{"n":null,"of":null,"hidden":"not shown"}']),
    )
  })

  it('what is hidden has no difference and no t; what is shown is as it was counted', () => {
    const count = fc.nat({ max: 30 })
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), fc.integer({ min: 3, max: 10 }), (counts, below) => {
        const [prior, priorIn3m, othersIn3m, laterIn6m, outcome20] = counts
        const all = { children: 60, prior, priorIn3m, othersIn3m, laterIn6m, outcome20, communityResolution: 3 }
        const of = figuresOf('a', rowsOf('a', all))
        const [shown, whole] = [suppressed(of, below), everythingShown(of)]
        for (const name of MEASURES) {
          const { n, hidden } = shown.shares[name]
          expect(hidden === null ? shown.shares[name] : n).toEqual(hidden === null ? whole.shares[name] : null)
        }
        for (const one of differences([shown, whole]))
          expect(one.difference === null).toBe(shown.shares[one.measure].hidden !== null)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
