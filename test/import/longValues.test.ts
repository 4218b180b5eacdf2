import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import type { SsdTable } from '../../activities/import/ssdTables'
import { EXAMPLE_DAY } from './fieldMap/exampleRows'
import { exampleRows } from './fieldMap/importExample'
import { smallExtract } from './smallExtract'

/** Longer than any id or name; a file harmed in the middle holds such. */
const LONG = 'x'.repeat(20_000)

describe('a cell of 20,000 characters', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-long-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  // Every column of every row of these tables in turn: what is said of it quotes its beginning.
  const tables: readonly SsdTable[] = [
    'ssd_person',
    'ssd_family',
    'ssd_department',
    'ssd_professionals',
    'ssd_involvements',
    'ssd_cp_plans',
  ]
  it.each(tables)('in any column of %s is quoted in part in what is said of it', async (table) => {
    const columns = Object.keys(exampleRows()[table]?.[0] ?? {})
    expect(columns.length).toBeGreaterThan(2)
    for (const column of columns) {
      const rows = exampleRows()
      smallExtract(folder, { ...rows, [table]: rows[table]?.map((row) => ({ ...row, [column]: LONG })) })
      const { findings } = await readSsdExtract(folder, EXAMPLE_DAY)
      expect(findings.filter(({ problem }) => problem.length > 1000).map(({ kind }) => `${column}: ${kind}`)).toEqual(
        [],
      )
    }
  })
})
