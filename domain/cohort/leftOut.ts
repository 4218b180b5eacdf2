import { NOT_FOLLOWED, type CohortRow, type NotFollowed } from './cohortRow'
import { isFollowed, isOfCohort } from './measures'

/** What a child may be left out of: the cohort itself, or the denominator of these rows of the table. */
export const PARTS = ['children', 'prior-cpp', '3-months', '6-months', 'outcome'] as const

export type Part = (typeof PARTS)[number]

export type WhyLeftOut = NotFollowed | 'not-known' | 'not-recorded'

export interface LeftOut {
  readonly part: Part
  readonly reason: WhyLeftOut
  readonly n: number
}

const REASONS: readonly WhyLeftOut[] = [...NOT_FOLLOWED, 'not-known', 'not-recorded']

/** Why a child is left out of a part; null where it is in. Who is not of the cohort is left out of that alone. */
export function whyLeftOut(row: CohortRow, part: Part): WhyLeftOut | null {
  const { priorCpp, outcome, followed } = row
  if (!isOfCohort(row)) return part === 'children' ? (followed?.because ?? null) : null
  switch (part) {
    case 'children':
      return null
    case 'prior-cpp':
      return priorCpp === null ? 'not-known' : null
    case '3-months':
      return isFollowed(row, 3) ? null : (followed?.because ?? null)
    case '6-months':
      return isFollowed(row, 6) ? null : (followed?.because ?? null)
    case 'outcome':
      return outcome === null ? 'not-recorded' : null
  }
}

/** How many children of one cohort are left out of what, and why; nothing where nobody is. In order of part and reason. */
export const leftOutOf = (rows: readonly CohortRow[]): readonly LeftOut[] =>
  PARTS.flatMap((part) => {
    const reasons = rows.map((row) => whyLeftOut(row, part))
    return REASONS.map((reason) => ({ part, reason, n: reasons.filter((one) => one === reason).length }))
  }).filter(({ n }) => n > 0)

/** Whether a child is left out of anything. */
export const isLeftOut = (row: CohortRow): boolean => PARTS.some((part) => whyLeftOut(row, part) !== null)
