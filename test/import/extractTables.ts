import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'

export interface Table {
  readonly name: SsdTable
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The tables of an extract as cells, for a test that writes them otherwise. */
export const readTables = (folder: string): readonly Table[] =>
  SSD_TABLE_NAMES.map((name) => {
    const [header = [], ...rows] = parse(readFileSync(path.join(folder, `${name}.csv`), 'utf8'))
    return { name, header, rows }
  })

export interface Writing {
  readonly lineEnd?: string
  readonly mark?: string
}

/** Writes tables as an extract without a manifest. */
export function writeTables(
  folder: string,
  tables: readonly Table[],
  { lineEnd = '\n', mark = '' }: Writing = {},
): void {
  for (const { name, header, rows } of tables) {
    const lines = [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}${lineEnd}`)
    writeFileSync(path.join(folder, `${name}.csv`), `${mark}${lines.join('')}`)
  }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
