import type { CohortRow } from './cohortRow'
import { govukDate } from '../timeline/govukDate'
import { firstDayBefore } from './priorPlan'

/** What a row says against itself, in a sentence; it is counted as it says. */
export const rowFindings = ({ priorCpp, cppDates, indexDate }: CohortRow): readonly string[] =>
  priorCpp === false
    ? cppDates
        .filter((on) => on.isBefore(indexDate) && !on.isBefore(firstDayBefore(indexDate)))
        .map(
          (on) =>
            `prior_cpp is no, and cpp_dates has ${govukDate(on)}, which lies in the three years before the index date: counted as no. Correct whichever is wrong.`,
        )
    : []
