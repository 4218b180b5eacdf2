import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'

/** Writes the manifest of an extract as it lies in a folder: its day, its checksums, and which tables did not change and were left out. */
export function withManifest(folder: string, asAt: string, leftOut: readonly SsdTable[] = []): void {
  const entries = SSD_TABLE_NAMES.map((table) => {
    const file = path.join(folder, `${table}.csv`)
    if (leftOut.includes(table)) {
      rmSync(file, { force: true })
      return [table, { rows: 0, sha256: '', included: false }] as const
    }
    if (!existsSync(file)) throw new Error(`${file} is not there: write the extract first.`)
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    return [table, { rows: 0, sha256, included: true }] as const
  })
  writeFileSync(
    path.join(folder, 'manifest.json'),
    JSON.stringify({ as_at: asAt, tables: Object.fromEntries(entries) }),
  )
}
