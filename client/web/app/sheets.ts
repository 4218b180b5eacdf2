/** The most lines on a page, where the page says nothing else. */
export const LINES = 100

/** Where a long list is cut: the page asked for, and how many lines it has. */
export interface Sheet {
  /** From 1. */
  readonly number: number
  readonly lines: number
  readonly offset: number
  /** One more than is shown: whether there is a next page. */
  readonly most: number
}

export function sheetOf({ page }: Readonly<Record<string, unknown>>, lines = LINES): Sheet {
  const asked = typeof page === 'string' && /^\d{1,5}$/.test(page) ? Number(page) : 1
  const number = Math.max(1, asked)
  return { number, lines, offset: (number - 1) * lines, most: lines + 1 }
}

/** The links to the pages before and after: what `turns` of layout/table.njk shows. */
export interface Turns {
  readonly previous: string | undefined
  readonly next: string | undefined
}

export interface Turned<Row> extends Turns {
  readonly rows: readonly Row[]
}

/** The lines of this page, and where the others are. `found`: those from its offset on, at most one more than it shows; `href`: the address of a page by its number. */
export const turned = <Row>(
  found: readonly Row[],
  { number, lines }: Sheet,
  href: (page: number) => string,
): Turned<Row> => ({
  rows: found.slice(0, lines),
  previous: number > 1 ? href(number - 1) : undefined,
  next: found.length > lines ? href(number + 1) : undefined,
})

/** The same of a list that was read whole. */
export const turnedWhole = <Row>(all: readonly Row[], sheet: Sheet, href: (page: number) => string): Turned<Row> =>
  turned(all.slice(sheet.offset, sheet.offset + sheet.most), sheet, href)
