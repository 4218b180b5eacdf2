/**
 * The physical line where a record starts. The parser knows the line where it ends, and counts CR and LF inside quotes as one line each;
 * an editor counts CR LF as one, so what it counted too much is carried along.
 */
export function physicalLines(): (record: readonly string[], endsAt: number) => number {
  let tooMany = 0
  return (record, endsAt) => {
    const breaks = count(record, /[\r\n]/g)
    const line = endsAt - tooMany - breaks
    tooMany += breaks - count(record, /\n/g)
    return line
  }
}

const count = (record: readonly string[], what: RegExp): number =>
  record.reduce((sum, cell) => sum + (cell.match(what)?.length ?? 0), 0)
