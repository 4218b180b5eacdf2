import type { MonthCoverage } from '../../../domain/supervision/figures/monthCoverage'
import { isoDay } from '../../../domain/calendar/isoDay'
import { govukMonth } from '../../../domain/timeline/govukDate'

export interface CoverageLine {
  readonly month: string
  /** `98 % (41 of 42)`. */
  readonly words: string
  readonly href: string
  /** Cases that were not discussed, with why as far as anything is recorded. */
  readonly gaps: readonly { readonly ref: string; readonly caseHref: string; readonly why: string }[]
}

/** How many of the cases that were open in a month were discussed in it. */
export function coverageLine({ month, coverage, notDiscussed, teamId }: MonthCoverage): CoverageLine {
  const share = coverage.discussed
  return {
    month: govukMonth(isoDay(`${month}-01`)),
    words:
      share === null
        ? 'no case was open'
        : `${String(Math.floor((100 * share.n) / share.of))} % (${String(share.n)} of ${String(share.of)})`,
    href: `/reports/group-supervision?from=${month}-01&to=${month}-01${teamId === null ? '' : `&team=${teamId}`}`,
    gaps: notDiscussed.map(({ ref, why }) => ({
      ref,
      caseHref: `/cases/${encodeURIComponent(ref)}`,
      why: why ?? 'nothing is recorded',
    })),
  }
}
