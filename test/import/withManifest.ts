import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'

/** Writes the manifest of an extract as it lies in a folder: its day, its checksums, and which tables did not change and were left out. */
export function withManifest(folder: string, asAt: string, leftOut: readonly SsdTable[] = []): void {
  const tables: Record<string, { rows: number; sha256: string; included: boolean }> = {}
  for (const table of SSD_TABLE_NAMES) {
    const file = path.join(folder, `${table}.csv`)
    if (!existsSync(file)) throw new Error(`${file} is not there: write the extract first.`)
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    const included = !leftOut.includes(table)
    if (!included) rmSync(file)
    tables[table] = { rows: 0, sha256, included }
  }
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ as_at: asAt, tables }))
}
