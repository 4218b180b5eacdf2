import { createHash } from 'node:crypto'
import { PRINT_CHARS, rowsIn } from '../../activities/import/run/rowsBefore'

const printOf = (row: string): string => createHash('sha256').update(row).digest('base64').slice(0, 22)
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** As the database answers: the beginning of each print, and the line. */
const rowsOf = (rows: readonly { readonly row: string; readonly line: number }[]) =>
  rowsIn(
    Buffer.concat(
      rows.map(({ row, line }) => {
        const six = Buffer.alloc(6)
        six.writeUIntBE(line, 0, 6)
        return Buffer.concat([Buffer.from(printOf(row).slice(0, PRINT_CHARS), 'base64'), six])
      }),
    ),
  )

describe('what the last extract said in a table', () => {
  it.each([0, 1, 2, 3, 1_000, 5_000])('tells the line of each of %i rows, and knows no other', (count) => {
    const before = rowsOf(numbers(count).map((n) => ({ row: `row ${String(n)}`, line: n * 3 + 2 })))
    expect(before.count).toBe(count)
    for (const n of numbers(count)) expect(before.take(printOf(`row ${String(n)}`))).toBe(n * 3 + 2)
    for (const n of numbers(100)) expect(before.take(printOf(`another ${String(n)}`))).toBeUndefined()
    expect(before.left()).toEqual([])
  })

  it('knows which rows nobody took', () => {
    const before = rowsOf(numbers(10).map((n) => ({ row: `row ${String(n)}`, line: n })))
    for (const n of [0, 1, 2, 4, 5, 6, 7, 9]) before.take(printOf(`row ${String(n)}`))
    expect(before.left()).toEqual(['row 3', 'row 8'].map((row) => printOf(row).slice(0, PRINT_CHARS)))
  })
})
