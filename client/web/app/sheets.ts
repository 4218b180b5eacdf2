/** The most lines on a page. */
export const LINES = 100

/** Where a long list is cut: the page asked for, and the links to those before and after it. */
export interface Sheet {
  /** From 1. */
  readonly number: number
  readonly offset: number
  /** One more than is shown: whether there is a next page. */
  readonly most: number
}

export function sheetOf({ page }: Readonly<Record<string, unknown>>): Sheet {
  const asked = typeof page === 'string' && /^\d{1,5}$/.test(page) ? Number(page) : 1
  const number = Math.max(1, asked)
  return { number, offset: (number - 1) * LINES, most: LINES + 1 }
}

export interface Turned<Row> {
  readonly rows: readonly Row[]
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** The lines of this page, and where the others are. `href`: the address of a page by its number. */
export const turned = <Row>(found: readonly Row[], { number }: Sheet, href: (page: number) => string): Turned<Row> => ({
  rows: found.slice(0, LINES),
  previous: number > 1 ? href(number - 1) : undefined,
  next: found.length > LINES ? href(number + 1) : undefined,
})
