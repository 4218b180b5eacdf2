/** A line of the list behind a figure. */
export interface FigureLine {
  readonly ref: string
  /** What is said of it beside its reference. */
  readonly words: string
}

/** A figure: how many lines its list has, and of how many. Never a bare percentage, and small numbers are shown as they are. */
export interface Figure {
  /** As its address has it: `icpc-in-time`. */
  readonly id: string
  readonly title: string
  /** What it counts, and what is left out. */
  readonly words: string
  readonly counted: readonly FigureLine[]
  /** All that it is a share of, those counted among them; null for a plain count. */
  readonly of: readonly FigureLine[] | null
  /** Said after the numbers: a median; null for nothing. */
  readonly beside: string | null
}

type About = Pick<Figure, 'id' | 'title' | 'words'>

/** A plain count. */
export const figure = (about: About, counted: readonly FigureLine[], beside: string | null = null): Figure => ({
  ...about,
  ...{ counted, of: null, beside },
})

interface Shared<Row> {
  readonly isCounted: (row: Row) => boolean
  readonly line: (row: Row) => FigureLine
  readonly beside?: string | null
}

/** So many of these rows. */
export function share<Row>(
  about: About,
  rows: readonly Row[],
  { isCounted, line, beside = null }: Shared<Row>,
): Figure {
  const lines = rows.map((row) => ({ counted: isCounted(row), line: whenRead(() => line(row)) }))
  return {
    ...{ ...about, beside, of: lines.map((one) => one.line) },
    counted: lines.filter(({ counted }) => counted).map((one) => one.line),
  }
}

/** A line that is put into words when somebody reads it: of a county's rows most are only counted. */
const whenRead = (line: () => FigureLine): FigureLine => ({
  get ref() {
    return line().ref
  },
  get words() {
    return line().words
  },
})

/** `3 of 4 (75 %)`, `7`; of nothing `0 of 0`, which is no share. */
export const figureWords = ({ counted, of, beside }: Pick<Figure, 'counted' | 'of' | 'beside'>): string => {
  const share = of === null ? '' : ` of ${String(of.length)}`
  const percent =
    of === null || of.length === 0 ? '' : ` (${String(Math.floor((1000 * counted.length) / of.length) / 10)} %)`
  return `${String(counted.length)}${share}${percent}${beside === null ? '' : `, ${beside}`}`
}
