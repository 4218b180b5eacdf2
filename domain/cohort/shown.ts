import type { CohortFigures } from './cohortTable'
import type { Part, WhyLeftOut } from './leftOut'
import { MEASURES, type MeasureName, type Share } from './measures'

/** A figure as it may be shown: with its numerator and denominator, or hidden, in which case the numerator is missing and no percentage follows. */
export type ShownShare =
  | (Share & { readonly hidden: null })
  | {
      readonly n: null
      /** Missing where it would tell too. */
      readonly of: number | null
      /** What stands in its place: `<5`, or `not shown` where the figure would tell another one. */
      readonly hidden: string
    }

export interface ShownLeftOut {
  readonly part: Part
  /** Null: all reasons together. */
  readonly reason: WhyLeftOut | null
  readonly n: number | null
}

/** The figures of one cohort as they may be shown. */
export interface ShownCohort {
  readonly cohort: string
  readonly children: number | null
  readonly shares: Readonly<Record<MeasureName, ShownShare>>
  readonly leftOut: readonly ShownLeftOut[]
}

/** All there is: for work inside the authority. */
export const everythingShown = ({ shares, ...figures }: CohortFigures): ShownCohort => ({
  ...figures,
  shares: sharesBy((name) => ({ ...shares[name], hidden: null })),
})

export const sharesBy = (of: (name: MeasureName) => ShownShare): Readonly<Record<MeasureName, ShownShare>> =>
  Object.fromEntries(MEASURES.map((name) => [name, of(name)])) as Record<MeasureName, ShownShare>

/** A share in percent, to one decimal; null of nothing. */
export const percent = ({ n, of }: Share): number | null => (of === 0 ? null : Math.round((1000 * n) / of) / 10)
