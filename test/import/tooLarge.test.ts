import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'

const TODAY = '2026-11-20'

describe('a table that no council has', () => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-large-'))
    await writeDemoCounty({ folder, today: TODAY, families: 2 })
    rmSync(path.join(folder, 'manifest.json'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  /** A table of so many rows, each made from the first one. */
  const grow = (table: string, count: number, rowOf: (row: string, n: number) => string): void => {
    const file = path.join(folder, `${table}.csv`)
    const [header = '', row = ''] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const rows = Array.from({ length: count }, (_, n) => rowOf(row, n))
    writeFileSync(file, `${[header, ...rows].join('\n')}\n`)
  }
  const withId = (row: string, n: number): string => row.replace(/^[^,]*/, String(5_000_000 + n))

  it('is refused: more staff than any', async () => {
    grow('ssd_professionals', 20_001, withId)
    await expect(readSsdExtract(folder, TODAY)).rejects.toThrow(
      "ssd_professionals.csv, line 20002: the file has more than 20,000 rows, which no council's extract has. Check what was exported; nothing was imported.",
    )
  })

  it('is refused: more rows that cannot be read than are worth a look', async () => {
    grow('ssd_cp_visits', 50_001, () => 'x')
    await expect(readSsdExtract(folder, TODAY)).rejects.toThrow(
      "ssd_cp_visits.csv, line 50002: more than 50,000 of its rows cannot be read, which no council's extract has.",
    )
  })

  it('is taken at the limit', async () => {
    grow('ssd_professionals', 20_000, withId)
    await expect(readSsdExtract(folder, TODAY)).resolves.toMatchObject({ read: { ssd_professionals: 20_000 } })
  })
})
