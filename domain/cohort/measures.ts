import type { CohortRow } from './cohortRow'
import { isInWindow, windowEnd, type WindowMonths } from './windowEnd'

/** So many children of so many. There is no percentage without both. */
export interface Share {
  readonly n: number
  readonly of: number
}

export const MEASURES = [
  'priorCpp',
  'priorCppFollowUp3m',
  'noPriorCppFollowUp3m',
  'cpp3m',
  'cpp6m',
  'outcome20',
  'communityResolution',
] as const

export type MeasureName = (typeof MEASURES)[number]

interface Measure {
  readonly title: string
  /** Whether a child is one of those asked about: the denominator. */
  readonly asks: (row: CohortRow) => boolean
  /** Whether one of them is counted. */
  readonly counts: (row: CohortRow) => boolean
}

/** Whether a child is one of the cohort: one who had left by the index date is not. */
export const isOfCohort = ({ followed, indexDate }: CohortRow): boolean =>
  followed === null || !followed.to.isBefore(indexDate)

/** Whether a child was followed to the last day of a window. One who was not is left out of it, whatever happened before: never counted as no. */
export const isFollowed = ({ followed, windowsFrom }: CohortRow, months: WindowMonths): boolean =>
  followed === null || !followed.to.isBefore(windowEnd(windowsFrom, months))

const hasPlanIn =
  (months: WindowMonths) =>
  ({ cppDates, windowsFrom }: CohortRow): boolean =>
    cppDates.some((on) => isInWindow(on, windowsFrom, months))

/** What each figure counts, and of whom. Source: handbook, section 5, after the tables of S0. */
export const MEASURE: Readonly<Record<MeasureName, Measure>> = {
  priorCpp: {
    title: 'Prior CPP',
    asks: ({ priorCpp }) => priorCpp !== null,
    counts: ({ priorCpp }) => priorCpp === true,
  },
  priorCppFollowUp3m: {
    title: 'Prior CPP and CPP in follow-up, 3 months',
    asks: (row) => row.priorCpp === true && isFollowed(row, 3),
    counts: hasPlanIn(3),
  },
  noPriorCppFollowUp3m: {
    title: 'No prior CPP and CPP in follow-up, 3 months',
    asks: (row) => row.priorCpp === false && isFollowed(row, 3),
    counts: hasPlanIn(3),
  },
  cpp3m: { title: 'CPP by 3 months, all', asks: (row) => isFollowed(row, 3), counts: hasPlanIn(3) },
  cpp6m: { title: 'CPP by 6 months, all', asks: (row) => isFollowed(row, 6), counts: hasPlanIn(6) },
  outcome20: {
    title: 'Outcome 20',
    asks: ({ outcome }) => outcome !== null,
    counts: ({ outcome }) => outcome === 'outcome-20',
  },
  communityResolution: {
    title: 'Community resolution',
    asks: ({ outcome }) => outcome !== null,
    counts: ({ outcome }) => outcome === 'community-resolution',
  },
}

/** The children that a figure counts: the list behind it. */
export const countedBy = (name: MeasureName, rows: readonly CohortRow[]): readonly CohortRow[] =>
  rows.filter((row) => isOfCohort(row) && MEASURE[name].asks(row) && MEASURE[name].counts(row))

/** The figure of the rows of one cohort: as many as its list. */
export const shareOf = (name: MeasureName, rows: readonly CohortRow[]): Share => ({
  n: countedBy(name, rows).length,
  of: rows.filter((row) => isOfCohort(row) && MEASURE[name].asks(row)).length,
})
