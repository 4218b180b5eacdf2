import { createReadStream } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse'
import { ExtractRefused, type Finding } from './finding'
import { SSD_TABLES, type SsdTable } from './ssdTables'

export interface SsdRow {
  readonly table: SsdTable
  /** Physical line where the record starts. */
  readonly line: number
  readonly id: string
  readonly values: Readonly<Record<string, string>>
}

const fileOf = (table: SsdTable): string => `${table}.csv`

/**
 * The rows of one table, streamed. Columns may stand in any order and unknown ones are left alone; a missing one refuses the extract. A row
 * with the wrong number of cells, a NUL byte or an id that came before is a finding; an exact repeat counts once.
 */
export async function* readTable(
  folder: string,
  table: SsdTable,
  onFinding: (finding: Finding) => void,
): AsyncGenerator<SsdRow> {
  const file = fileOf(table)
  const [idField] = SSD_TABLES[table]
  const parser = createReadStream(path.join(folder, file)).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true }),
  )
  const seen = new Map<string, string>()
  let header: readonly string[] | undefined
  let lastLine = 0
  for await (const item of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const { record, info } = item
    const line = info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)
    lastLine = info.lines
    if (header === undefined) {
      header = headerOf(table, record)
      continue
    }
    const reject = (problem: string, field: string | null = null): void => {
      onFinding({
        file,
        line,
        record: record[header?.indexOf(idField) ?? 0] ?? null,
        field,
        problem,
        taken: 'rejected',
      })
    }
    if (record.length !== header.length) {
      reject(
        `This row has ${String(record.length)} cells where the header has ${String(header.length)}. Export it again; nothing was taken from the row.`,
      )
      continue
    }
    if (record.some((cell) => cell.includes('\u0000'))) {
      reject('A cell holds a NUL byte, which no database takes. Export it again; nothing was taken from the row.')
      continue
    }
    const values = Object.fromEntries(header.map((name, index) => [name, (record[index] ?? '').trim()]))
    const id = values[idField] ?? ''
    if (id === '') {
      reject('The row has no id. Nothing was taken from it.', idField)
      continue
    }
    const text = JSON.stringify(record)
    const before = seen.get(id)
    if (before === text) continue
    if (before !== undefined) {
      reject(`Id ${id} stands twice with different values; the first row stands.`, idField)
      continue
    }
    seen.set(id, text)
    yield { table, line, id, values }
  }
  if (header === undefined)
    throw new ExtractRefused(`${file} is empty: it has no header line (line ${String(lastLine + 1)}). Export it again.`)
}

function headerOf(table: SsdTable, record: readonly string[]): readonly string[] {
  const missing = SSD_TABLES[table].filter((name) => !record.includes(name))
  if (missing.length > 0) {
    throw new ExtractRefused(
      `${fileOf(table)}, line 1: column ${missing.join(', ')} is missing. Export the table with its standard columns; nothing was imported.`,
    )
  }
  return record
}
