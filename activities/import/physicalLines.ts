export interface Lines {
  /** The line where the record starts, and the one where it ends. */
  readonly from: number
  readonly to: number
}

/**
 * The physical lines of each record, asked in the file's order. The parser knows the line where a record ends, and counts CR and LF inside
 * quotes as one line each; an editor counts CR LF as one, so what it counted too much is carried along.
 */
export function physicalLines(): (record: readonly string[], endsAt: number) => Lines {
  let tooMany = 0
  return (record, endsAt) => {
    const breaks = count(record, /[\r\n]/g)
    const from = endsAt - tooMany - breaks
    tooMany += breaks - count(record, /\n/g)
    return { from, to: endsAt - tooMany }
  }
}

const count = (record: readonly string[], what: RegExp): number =>
  record.reduce((sum, cell) => sum + (cell.match(what)?.length ?? 0), 0)
