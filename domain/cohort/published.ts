import type { ComparedName } from './differences'
import type { MeasureName, Share } from './measures'
import tables from './published-tables.json'

type PublishedCohort = Readonly<Record<MeasureName, Share>> & { readonly cohort: string; readonly children: number }

/** The published figures as counts, never as the percentages and means that S0 rounded, and its t values as printed: of `from` minus `to`. */
export const published: {
  readonly source: string
  /** Which of them it prints, and which follow from what it prints. */
  readonly notes: readonly string[]
  readonly cohorts: readonly PublishedCohort[]
  readonly t: Readonly<Record<ComparedName, number>> & { readonly from: string; readonly to: string }
} = tables

/** The t that S0 prints for a pair of cohorts named as its own are, whichever stands first; undefined for any other pair. */
export function publishedT(measure: ComparedName, from: string, to: string): number | undefined {
  const t = published.t[measure]
  if (from === published.t.from && to === published.t.to) return t
  return from === published.t.to && to === published.t.from ? -t : undefined
}
