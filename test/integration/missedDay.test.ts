import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ExtractRefused } from '../../activities/import/finding'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'
import { importRuns } from '../../client/queries/importFindings'
import { smallExtract } from '../import/smallExtract'
import { importInto } from '../servers/importInto'
import { testTown, type TestTown } from '../servers/testTown'

describe('a daily extract after a day that was not imported', () => {
  let town: TestTown
  let folder: string
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-11-20' })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-missed-'))
    smallExtract(folder, {})
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.stop()
  })

  /** A manifest for the tables as they are; those in `other` are said to be others that day, and are left out with `left`. */
  const manifest = (day: string, left: readonly SsdTable[], other: readonly SsdTable[] = []): void => {
    const sha = (table: SsdTable): string =>
      createHash('sha256')
        .update(readFileSync(path.join(folder, `${table}.csv`)))
        .update(other.includes(table) ? 'another' : '')
        .digest('hex')
    const tables = Object.fromEntries(
      SSD_TABLE_NAMES.map((table) => [table, { rows: 0, sha256: sha(table), included: !left.includes(table) }]),
    )
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ as_at: day, tables }))
  }

  it('is refused, names the table, and leaves no run; the one that follows is taken', async () => {
    manifest('2026-11-20', [])
    await importInto(town, { folder })
    manifest('2026-11-22', ['ssd_contacts', 'ssd_cp_visits'], ['ssd_cp_visits'])
    await expect(importInto(town, { folder })).rejects.toThrow(ExtractRefused)
    await expect(importInto(town, { folder })).rejects.toThrow(
      'ssd_cp_visits.csv changed between the last extract, of 2026-11-20, and this one of 2026-11-22',
    )
    manifest('2026-11-22', ['ssd_contacts', 'ssd_cp_visits'])
    await importInto(town, { folder })
    expect((await importRuns(town.db)).map(({ asAt, state }) => [asAt, state])).toEqual([
      ['2026-11-22', 'done'],
      ['2026-11-20', 'done'],
    ])
  })
})
