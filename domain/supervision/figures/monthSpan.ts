import type { LocalDate } from '@js-joda/core'
import { monthName } from '../monthName'

/** The first month and the last, `2027-03`, both included. */
export interface MonthSpan {
  readonly from: string
  readonly to: string
}

/** How many months are shown where no first one is given. */
const MONTHS_SHOWN = 12

/** The months meant: up to this one and twelve of them unless told, or what is wrong with them. Civil months, London. */
export function monthSpan(
  { from, to }: { readonly from: LocalDate | null; readonly to: LocalDate | null },
  today: LocalDate,
): MonthSpan | { readonly problem: string } {
  const last = (to ?? today).withDayOfMonth(1)
  const first = (from ?? last.minusMonths(MONTHS_SHOWN - 1)).withDayOfMonth(1)
  const span = { from: monthName(first), to: monthName(last) }
  if (!first.isAfter(last)) return span
  return {
    problem:
      to === null
        ? `--from ${span.from} lies after this month, ${span.to}. Give the last month too: --to.`
        : `--from ${span.from} lies after --to ${span.to}. Give the earlier month first.`,
  }
}
