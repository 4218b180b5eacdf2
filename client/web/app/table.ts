/** A cell as a view shows it: a link where there is something behind it. */
export interface Cell {
  readonly text: string
  readonly href?: string
}

/** A table as layout/table.njk draws it. */
export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What is said where there is nothing. */
  readonly empty: string
}

/** A row of plain texts and links. */
export const cells = (...row: readonly (string | Cell)[]): readonly Cell[] =>
  row.map((one) => (typeof one === 'string' ? { text: one } : one))

/** `1 case`, `2 cases`, `1,204 cases`. */
export const howMany = (many: number, one: string, more = `${one}s`): string =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`
