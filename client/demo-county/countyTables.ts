import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'
import { SSD_HEADERS } from './ssdHeaders'

type Cells = Readonly<Record<string, string>>

/** Collects the rows of an extract and writes it: one CSV a table, and the manifest that describes them. */
export class CountyTables {
  private readonly rows = new Map<SsdTable, Cells[]>(SSD_TABLE_NAMES.map((table) => [table, []]))
  private lastId = 1_000_000

  /** A new id: digits, never used again. */
  id(): string {
    this.lastId += 7
    return String(this.lastId)
  }

  add(table: SsdTable, cells: Cells): void {
    const columns: readonly string[] = SSD_HEADERS[table]
    const unknown = Object.keys(cells).find((column) => !columns.includes(column))
    if (unknown !== undefined) throw new Error(`${table} has no column ${unknown}.`)
    this.rows.get(table)?.push(cells)
  }

  write(folder: string, asAt: string): void {
    const tables: Record<string, { rows: number; sha256: string; included: true }> = {}
    for (const table of SSD_TABLE_NAMES) {
      const rows = this.rows.get(table) ?? []
      const header = SSD_HEADERS[table]
      const text =
        [header, ...rows.map((cells) => header.map((column) => quoted(cells[column] ?? '')))]
          .map((cells) => cells.join(','))
          .join('\n') + '\n'
      writeFileSync(path.join(folder, `${table}.csv`), text)
      tables[table] = { rows: rows.length, sha256: createHash('sha256').update(text).digest('hex'), included: true }
    }
    writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify({ as_at: asAt, tables }, null, 1)}\n`)
  }
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
