import type { LocalDate } from '@js-joda/core'

interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Spread over as few rows as needed, so that none lies on another of its row: each on the first row that is free. The rows in order. */
export function packed<T>(all: readonly T[], spanOf: (one: T) => Span): readonly (readonly T[])[] {
  const rows: { readonly items: T[]; until: LocalDate }[] = []
  for (const one of [...all].sort((a, b) => spanOf(a).from.compareTo(spanOf(b).from))) {
    const { from, to } = spanOf(one)
    const free = rows.find(({ until }) => from.isAfter(until))
    if (free === undefined) rows.push({ items: [one], until: to })
    else {
      free.items.push(one)
      free.until = to
    }
  }
  return rows.map(({ items }) => items)
}
