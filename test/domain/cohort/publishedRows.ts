import type { LocalDate } from '@js-joda/core'
import type { CohortRow, Outcome } from '../../../domain/cohort/cohortRow'
import { day } from '../facts'

/** A row as a test writes it: a child without a plan, fully followed, whose index date is 10 August 2019. */
export const row = (more: Partial<CohortRow> = {}): CohortRow => ({
  ...{ cohort: '2019', child: 'c1', priorCpp: false, cppDates: [], outcome: 'other', followed: null },
  ...{ indexDate: day('2019-08-10'), windowsFrom: more.indexDate ?? day('2019-08-10'), ...more },
})

/** How many children of a cohort there are of each kind: from these, and from nothing else, its rows are made. */
export interface Counts {
  readonly children: number
  readonly prior: number
  /** On a plan within 3 months: of those with a prior one, and of the others. */
  readonly priorIn3m: number
  readonly othersIn3m: number
  /** Without a prior plan, first on one between the two windows. */
  readonly laterIn6m: number
  readonly outcome20: number
  readonly communityResolution: number
}

/** The counts of the handbook's section 5, which come from table 3 of S0 and the counts that alone fit its table 6. */
export const PUBLISHED_COUNTS = {
  '2017': {
    ...{ children: 193, prior: 44, priorIn3m: 13, othersIn3m: 73, laterIn6m: 0 },
    ...{ outcome20: 92, communityResolution: 0 },
  },
  '2019': {
    ...{ children: 201, prior: 51, priorIn3m: 8, othersIn3m: 39, laterIn6m: 4 },
    ...{ outcome20: 1, communityResolution: 22 },
  },
} as const satisfies Record<string, Counts>

/** One row for each child, index dates spread over July to September, plans over their windows: some on the last day of one, some on days that do not count. */
export function rowsOf(cohort: string, counts: Counts): readonly CohortRow[] {
  const first = day(`${/^\d{4}$/.test(cohort) ? cohort : '2019'}-07-01`)
  return Array.from({ length: counts.children }, (_, index) => {
    const indexDate = first.plusDays((index * 7) % 92)
    return row({
      ...{ cohort, child: `${cohort}-${String(index + 1).padStart(3, '0')}`, indexDate },
      priorCpp: index < counts.prior,
      cppDates: datesOf(index, indexDate, counts),
      outcome: outcomeOf(index, counts),
    })
  })
}

function datesOf(index: number, indexDate: LocalDate, { prior, ...counts }: Counts): readonly LocalDate[] {
  const isIn3m = index < prior ? index < counts.priorIn3m : index < prior + counts.othersIn3m
  // The day after, or 88 or 92 days later by the months: the last day but a few of three months.
  if (isIn3m) return [index % 3 === 0 ? indexDate.plusDays(1) : indexDate.plusMonths(3)]
  const isLater = index >= prior + counts.othersIn3m && index < prior + counts.othersIn3m + counts.laterIn6m
  if (isLater) return [indexDate.plusMonths(6)]
  return index % 5 === 0 ? [indexDate, indexDate.plusMonths(7)] : []
}

function outcomeOf(index: number, { outcome20, communityResolution }: Counts): Outcome {
  if (index < outcome20) return 'outcome-20'
  return index < outcome20 + communityResolution ? 'community-resolution' : 'other'
}

/** Both cohorts of the evaluation, 2017 first. */
export const publishedRows = (): readonly CohortRow[] =>
  Object.entries(PUBLISHED_COUNTS).flatMap(([cohort, counts]) => rowsOf(cohort, counts))
