import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { govukDate } from '../../timeline/govukDate'
import { summaryNumbers } from './summaryNumbers'

/** From which day on a summary tells what was recorded; that day is told too. */
export type Since =
  | {
      readonly state: 'discussed'
      /** The day of the last discussion. */
      readonly from: LocalDate
      /** The sessions in which the case was discussed that day; none where the record does not hold it. */
      readonly sessions: readonly string[]
      readonly sentence: string
    }
  | { readonly state: 'never-discussed'; readonly from: LocalDate; readonly sentence: string }

/** What happened later on the day of a discussion was not told there: that day is read again. */
export function sinceOf(lastOn: LocalDate | null, today: LocalDate, all: readonly Effective[]): Since {
  if (lastOn !== null) {
    const then = ofKind(all, 'discussed-in-supervision').filter(({ on }) => on.equals(lastOn))
    return {
      state: 'discussed',
      from: lastOn,
      sessions: [...new Set(then.map(({ data }) => data.session))].sort(),
      sentence: `Last discussed on ${govukDate(lastOn)}.`,
    }
  }
  const months = summaryNumbers.monthsWithoutDiscussion
  const from = today.minusMonths(months)
  return {
    state: 'never-discussed',
    from,
    sentence: `Not discussed before: this is what was recorded in the last ${String(months)} months, from ${govukDate(from)}.`,
  }
}
