import type { Database } from '../../../prisma/database'

/** What the last extract said in one table, by the prints of its rows. A print covers the whole row, its id too: the same print is the same row. */
export interface RowsBefore {
  readonly count: number
  /** Notes that the row of this print stands in the file. Answers the line it stood on, or undefined when the last extract had no such row. */
  take(print: string): number | undefined
  /** Beginnings of the prints that nobody took: rows that say something else now, or are gone. */
  left(): readonly string[]
}

/** Characters of a print that are compared, and the bytes they are: 96 bits, which two different rows do not share. */
export const PRINT_CHARS = 16
const PRINT_BYTES = 12
/** With the line, six bytes: a multiple of three, so that base64 of many rows is that of each behind the other. */
const ROW_BYTES = 18

/** Reads them as 24 characters a row, and holds 26 bytes of it outside the heap, so that the largest table fits. */
export async function rowsBefore(db: Database, table: string): Promise<RowsBefore> {
  const [answer] = await db.$queryRaw<{ rows: string | null }[]>`
    select string_agg(substr(print, 1, ${PRINT_CHARS}::int) || encode(substring(int8send(line) from 3), 'base64'), '') as rows
    from upstream_row where tbl = ${table} and gone_on is null`
  return rowsIn(Buffer.from(answer?.rows ?? '', 'base64'))
}

export function rowsIn(bytes: Buffer): RowsBefore {
  const count = bytes.length / ROW_BYTES
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 2)))
  const taken = new Uint8Array(count)
  const isFree = (place: number): boolean => places[place] === 0
  const rowAt = (place: number): number => (places[place] ?? 0) - 1
  /** Where a print stands among the places, or the free one where it would. */
  const placeOf = (print: Buffer, from: number): number => {
    let place = print.readUInt32BE(from) & (places.length - 1)
    const isOther = (): boolean => {
      const start = rowAt(place) * ROW_BYTES
      return print.compare(bytes, start, start + PRINT_BYTES, from, from + PRINT_BYTES) !== 0
    }
    while (!isFree(place) && isOther()) place = (place + 1) & (places.length - 1)
    return place
  }
  for (let row = 0; row < count; row += 1) places[placeOf(bytes, row * ROW_BYTES)] = row + 1
  return {
    count,
    take: (print) => {
      const place = placeOf(Buffer.from(print.slice(0, PRINT_CHARS), 'base64'), 0)
      if (isFree(place)) return undefined
      taken[rowAt(place)] = 1
      return bytes.readUIntBE(rowAt(place) * ROW_BYTES + PRINT_BYTES, ROW_BYTES - PRINT_BYTES)
    },
    left: () => {
      const left: string[] = []
      for (let row = 0; row < count; row += 1)
        if (taken[row] === 0) left.push(bytes.toString('base64', row * ROW_BYTES, row * ROW_BYTES + PRINT_BYTES))
      return left
    },
  }
}
