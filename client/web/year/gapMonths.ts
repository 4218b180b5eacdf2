import type { GapOnPage } from './gapLine'

/** The cases without a place in one month, with what would mend it: each remedy once, since the first often mends several. */
export interface GapMonth {
  readonly id: string
  /** `April 2026: 3 without a place`. */
  readonly title: string
  /** The soonest month is unfolded. */
  readonly open: boolean
  /** Cases with the same reason together. */
  readonly reasons: readonly { readonly why: string; readonly cases: readonly Pick<GapOnPage, 'ref' | 'href'>[] }[]
  readonly longer: readonly NonNullable<GapOnPage['longer']>[]
  readonly add: readonly NonNullable<GapOnPage['add']>[]
}

/** Gaps by month, in their order. */
export const gapMonths = (gaps: readonly GapOnPage[]): readonly GapMonth[] =>
  [...new Set(gaps.map(({ month }) => month))].map((month, index) => {
    const its = gaps.filter((gap) => gap.month === month)
    return {
      ...{
        id: `gaps-${String(index + 1)}`,
        title: `${month}: ${String(its.length)} without a place`,
        open: index === 0,
      },
      reasons: [...new Set(its.map(({ why }) => why))].map((why) => ({
        why,
        cases: its.filter((gap) => gap.why === why).map(({ ref, href }) => ({ ref, href })),
      })),
      longer: once(its.flatMap(({ longer }) => longer ?? [])),
      add: once(its.flatMap(({ add }) => add ?? [])),
    }
  })

const once = <One extends { readonly text: string }>(all: readonly One[]): readonly One[] =>
  all.filter((one, index) => all.findIndex(({ text }) => text === one.text) === index)
