import type { Difference } from '../../../domain/cohort/differences'
import { MEASURES } from '../../../domain/cohort/measures'
import { published } from '../../../domain/cohort/published'
import type { ShownCohort, ShownShare } from '../../../domain/cohort/shown'
import { suppressionMark } from '../../../domain/cohort/suppressed'
import type { CohortReport, Source } from '../../../domain/cohort/cohortReport'

/**
 * The report as contracts.md 5 has it, with what only some reports have beside: what the rows are of, what was left out, the threshold below which counts are
 * hidden (`n` is then null, and `suppressed` says what stands in its place), and why there is no t.
 */
export const cohortJson = ({ source, cohorts, differences, below }: CohortReport, isPublishedAsked: boolean) => ({
  format: 1,
  ...sourceJson(source),
  ...(below === null ? {} : { suppressedBelow: below }),
  cohorts: cohorts.map((cohort) => ({
    cohort: cohort.cohort,
    ...(cohort.children === null && below !== null
      ? { children: null, suppressed: suppressionMark(below) }
      : { children: cohort.children }),
    ...Object.fromEntries(MEASURES.map((name) => [name, shareJson(cohort.shares[name])])),
    ...leftOutJson(cohort, source),
  })),
  differences: differences.map(differenceJson),
  ...(isPublishedAsked ? { published } : {}),
})

const shareJson = ({ n, of, hidden }: ShownShare) => ({ n, of, ...(hidden === null ? {} : { suppressed: hidden }) })

const leftOutJson = ({ leftOut }: ShownCohort, { from }: Source) =>
  leftOut.length === 0 && from === 'file' ? {} : { leftOut }

const differenceJson = (one: Difference) => ({
  ...{ measure: one.measure, from: one.from, to: one.to },
  difference: one.difference === null ? null : rounded(one.difference, 4),
  ...(one.t === null ? { t: null, why: one.why } : { t: rounded(one.t, 2) }),
})

/** Never -0. */
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0

function sourceJson(source: Source) {
  if (source.from === 'file')
    return source.anchor === null ? {} : { anchor: source.anchor, windowsFrom: source.windows }
  const { anchor, window, sampleEnd, team, today, laterIndexDates } = source
  return {
    ...{ anchor, windowsFrom: sampleEnd === null ? 'index-date' : 'sample-end' },
    ...{ from: window.from.toString(), to: window.to.toString(), sampleEnd: sampleEnd?.toString() ?? null },
    ...{ team, today: today.toString(), laterIndexDates },
  }
}
