import type { Difference } from '../../../domain/cohort/differences'
import { MEASURES } from '../../../domain/cohort/measures'
import { percent, type ShownCohort, type ShownShare } from '../../../domain/cohort/shown'
import { csvText } from '../csvText'
import type { CohortReport } from '../../../domain/cohort/cohortReport'

const HEADER = ['cohort', 'to', 'figure', 'n', 'of', 'percent', 'why', 'difference', 't']

/** One row per figure, per ground on which children were left out, and per difference (`to` minus `cohort`; `t` of `cohort` minus `to`). */
export const cohortCsv = ({ cohorts, differences }: CohortReport): string =>
  csvText(HEADER, [...cohorts.flatMap(figures), ...differences.map(difference)])

type Row = readonly (string | number | null)[]

const figures = ({ cohort, children, shares, leftOut }: ShownCohort): readonly Row[] => [
  [cohort, null, 'children', children, null, null, children === null ? 'not shown' : null, null, null],
  ...MEASURES.map((name) => [cohort, null, name, ...shown(shares[name]), null, null]),
  ...leftOut.map(({ part, reason, n }) => [cohort, null, `left out: ${part}`, n, null, null, reason, null, null]),
]

const shown = (share: ShownShare): Row =>
  share.hidden === null ? [share.n, share.of, percent(share), null] : [null, share.of, null, share.hidden]

const difference = (one: Difference): Row => [
  ...[one.from, one.to, `difference: ${one.measure}`, null, null, null],
  ...[one.t === null ? one.why : null, one.difference === null ? null : Number(one.difference.toFixed(4))],
  one.t === null ? null : Number(one.t.toFixed(2)),
]
