import type { MeasureName } from './measures'
import { mean, pooledT, type TValue } from './pooledT'
import type { ShownCohort, ShownShare } from './shown'

/** What is compared (S0, table 6). */
export const COMPARED = ['outcome20', 'communityResolution', 'cpp3m', 'cpp6m'] as const satisfies readonly MeasureName[]

export type ComparedName = (typeof COMPARED)[number]

export type Difference = TValue & {
  readonly measure: ComparedName
  readonly from: string
  readonly to: string
  /** `to` minus `from`, as a share of 1; null where there is none. */
  readonly difference: number | null
}

/**
 * Every pair of cohorts, the earlier in the file first, for each measure that is compared. `difference` is `to` minus `from`, `t` of `from` minus `to`
 * (contracts.md 5). From what is shown alone: what is hidden has no difference.
 */
export const differences = (cohorts: readonly ShownCohort[]): readonly Difference[] =>
  COMPARED.flatMap((measure) =>
    cohorts.flatMap((from, index) => cohorts.slice(index + 1).map((to) => differenceOf(measure, from, to))),
  )

function differenceOf(measure: ComparedName, from: ShownCohort, to: ShownCohort): Difference {
  const about = { measure, from: from.cohort, to: to.cohort }
  const [before, after] = [from.shares[measure], to.shares[measure]]
  if (before.hidden !== null || after.hidden !== null)
    return { ...about, difference: null, t: null, why: 'one of the two counts is not shown' }
  const t = pooledT(before, after)
  return { ...about, difference: hasChildren(before, after) ? mean(after) - mean(before) : null, ...t }
}

const hasChildren = (...shares: readonly ShownShare[]): boolean => shares.every(({ of }) => of !== 0)
