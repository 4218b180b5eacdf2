import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { SSD_TABLE_NAMES } from '../../activities/import/ssdTables'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'

const TODAY = '2026-11-20'
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

describe('the order in which an extract is written', () => {
  const folders: string[] = []
  const folder = (): string => {
    const made = mkdtempSync(path.join(os.tmpdir(), 'caseclock-shuffled-'))
    folders.push(made)
    return made
  }
  afterAll(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true })
  })

  it('makes no difference: rows and columns in any order, line ends and a byte order mark give the same facts', async () => {
    const source = folder()
    await writeDemoCounty({ folder: source, today: TODAY, families: 6 })
    const { read: inOrder, ...straight } = await readSsdExtract(source, TODAY)
    const tables = SSD_TABLE_NAMES.map((name) => parse(readFileSync(path.join(source, `${name}.csv`), 'utf8')))
    const orders = fc.tuple(
      fc.tuple(...tables.map(([header = []]) => fc.shuffledSubarray([...header.keys()], { minLength: header.length }))),
      fc.tuple(...tables.map(([, ...rows]) => fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }))),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff'),
    )
    await fc.assert(
      fc.asyncProperty(orders, async ([columns, rows, lineEnd, mark]) => {
        const target = folder()
        for (const [table, name] of SSD_TABLE_NAMES.entries()) {
          const [header = [], ...body] = tables[table]!
          const shuffled = [header, ...rows[table]!.map((row) => body[row]!)]
          const lines = shuffled.map((cells) => columns[table]!.map((column) => quoted(cells[column]!)).join(','))
          writeFileSync(path.join(target, `${name}.csv`), `${mark}${lines.join(lineEnd)}${lineEnd}`)
        }
        const { read, ...other } = await readSsdExtract(target, TODAY)
        expect(JSON.stringify(other)).toBe(JSON.stringify(straight))
        expect(read).toEqual(inOrder)
      }),
      { numRuns: 6 },
    )
  })
})
