import { hash } from 'node:crypto'

/** Ids a file has had so far, with the line and the print of each row: 20 bytes a place, outside the heap, so that a million rows fit. */
export interface SeenIds {
  /** The first row of this id, if there was one; else this one is it. `print` is a 32-bit number that two different rows hardly share. */
  see(id: string, line: number, print: number): { readonly line: number; readonly print: number } | undefined
  has(id: string): boolean
}

interface Table {
  /** 80 bits of each id's hash: a million ids share one with a chance of one in a million million. */
  readonly high: Float64Array
  readonly low: Uint32Array
  /** Line 0: the place is free. */
  readonly lines: Uint32Array
  readonly prints: Uint32Array
}

const AT_FIRST = 1_024
/** Of the places that are taken before there are twice as many. */
const FULL = 0.9

export function seenIds(): SeenIds {
  let table = emptyTable(AT_FIRST)
  let count = 0
  return {
    see: (id, line, print) => {
      const [high, low] = halvesOf(id)
      const place = placeOf(table, high, low)
      const first = table.lines[place] ?? 0
      if (first > 0) return { line: first, print: table.prints[place] ?? 0 }
      put(table, place, { high, low, line, print })
      count += 1
      if (count > table.lines.length * FULL) table = twice(table)
      return undefined
    },
    has: (id) => {
      const [high, low] = halvesOf(id)
      return (table.lines[placeOf(table, high, low)] ?? 0) > 0
    },
  }
}

function halvesOf(id: string): readonly [high: number, low: number] {
  const print = hash('sha256', id, 'hex')
  return [Number.parseInt(print.slice(0, 12), 16), Number.parseInt(print.slice(12, 20), 16)]
}

const emptyTable = (places: number): Table => ({
  high: new Float64Array(places),
  low: new Uint32Array(places),
  lines: new Uint32Array(places),
  prints: new Uint32Array(places),
})

/** Where an id stands, or the free place where it would. The number of places is a power of two. */
function placeOf({ high, low, lines }: Table, itsHigh: number, itsLow: number): number {
  let place = itsLow & (lines.length - 1)
  while ((lines[place] ?? 0) > 0 && (high[place] !== itsHigh || low[place] !== itsLow))
    place = (place + 1) & (lines.length - 1)
  return place
}

interface Row {
  readonly high: number
  readonly low: number
  readonly line: number
  readonly print: number
}

function put(table: Table, place: number, { high, low, line, print }: Row): void {
  table.high[place] = high
  table.low[place] = low
  table.lines[place] = line
  table.prints[place] = print
}

function twice(full: Table): Table {
  const larger = emptyTable(full.lines.length * 2)
  full.lines.forEach((line, place) => {
    const [high, low] = [full.high[place] ?? 0, full.low[place] ?? 0]
    if (line > 0) put(larger, placeOf(larger, high, low), { high, low, line, print: full.prints[place] ?? 0 })
  })
  return larger
}
