import type { CohortMember } from './cohortMember'
import type { CohortRow } from './cohortRow'
import { isLeftOut } from './leftOut'
import { countedBy, isOfCohort, MEASURE, MEASURES } from './measures'

type Picks = (rows: readonly CohortRow[]) => readonly CohortRow[]

/**
 * The lists behind the figures by name: all rows, the children of the cohorts, who is left out of anything, and of each figure who is counted and, with
 * `-of` after its name, who is asked about.
 */
export const COHORT_LISTS: ReadonlyMap<string, Picks> = new Map<string, Picks>([
  ['all', (rows) => rows],
  ['children', (rows) => rows.filter(isOfCohort)],
  ['left-out', (rows) => rows.filter(isLeftOut)],
  ...MEASURES.flatMap((name): [string, Picks][] => [
    [name, (rows) => countedBy(name, rows)],
    [`${name}-of`, (rows) => rows.filter((row) => isOfCohort(row) && MEASURE[name].asks(row))],
  ]),
])

/** The children behind a figure, in the order of the rows; undefined where there is no such list. */
export function listed(members: readonly CohortMember[], name: string): readonly CohortMember[] | undefined {
  const found = COHORT_LISTS.get(name)?.(members.map(({ row }) => row))
  if (found === undefined) return undefined
  const rows = new Set(found)
  return members.filter(({ row }) => rows.has(row))
}
