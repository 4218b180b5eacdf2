import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSsdExtract, type SsdExtract } from '../../../activities/import/ssdExtract'
import { SSD_TABLES, type SsdTable } from '../../../activities/import/ssdTables'
import { smallExtract, type Rows } from '../smallExtract'
import { EXAMPLE_DAY, EXAMPLE_ROWS } from './exampleRows'
import type { Given } from './fieldUse'

type Cells = Readonly<Record<string, string>>

/** The rows of a table in the example, some cells set first. Throws for a record that is not there: the proof would prove nothing. */
export function exampleRows(given: Given = {}): Rows {
  const rows = { ...EXAMPLE_ROWS }
  for (const [table, records] of Object.entries(given) as [SsdTable, Readonly<Record<string, Cells>>][]) {
    for (const [id, cells] of Object.entries(records)) rows[table] = withCells(rows, table, id, cells)
  }
  return rows
}

/** The rows of a table with some cells of one record set. */
export function withCells(rows: Rows, table: SsdTable, id: string, cells: Cells): readonly Cells[] {
  const [idColumn] = SSD_TABLES[table]
  const all = rows[table] ?? []
  if (!all.some((row) => row[idColumn] === id)) throw new Error(`The example has no record ${id} in ${table}.`)
  return all.map((row) => (row[idColumn] === id ? { ...row, ...cells } : row))
}

/** Imports these rows, and other files beside them. */
export async function importRows(rows: Rows, files: Readonly<Record<string, string>> = {}): Promise<SsdExtract> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-fields-'))
  try {
    smallExtract(folder, rows)
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
    return await readSsdExtract(folder, EXAMPLE_DAY)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
