import { createReadStream } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse'
import { ExtractRefused, type Finding } from './finding'
import { physicalLines } from './physicalLines'
import { reasonOf } from './reasonOf'
import { SSD_TABLES, type SsdTable } from './ssdTables'

export interface SsdRow {
  readonly table: SsdTable
  /** Physical line where the record starts. */
  readonly line: number
  readonly id: string
  readonly values: Readonly<Record<string, string>>
}

const OPTIONS = { bom: true, relax_column_count: true, skip_empty_lines: true, info: true }
/** No field of the standard takes more than 4,000 characters; a cell this long is a broken file, not a long answer. */
const LONGEST_CELL = 100_000
const REPLACED = '\ufffd'

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

export const fileOf = (table: SsdTable): string => `${table}.csv`

/**
 * The rows of one table, streamed. Columns may stand in any order and unknown ones are left alone; a missing one refuses the extract, and
 * so does a file that cannot be read to its end. A row that cannot be read is a finding; an exact repeat counts once.
 */
export async function* readTable(
  folder: string,
  table: SsdTable,
  onFinding: (finding: Finding) => void,
): AsyncGenerator<SsdRow> {
  const file = fileOf(table)
  const [idField] = SSD_TABLES[table]
  const seen = new Map<string, { text: string; line: number }>()
  let header: readonly string[] | undefined
  for await (const { record, line } of records(folder, file)) {
    if (header === undefined) {
      header = headerOf(table, record)
      continue
    }
    const id = (record[header.indexOf(idField)] ?? '').trim()
    const find = (taken: Finding['taken'], problem: string, field: string | null): void => {
      onFinding({ file, line, record: id === '' ? null : id, field, problem, taken })
    }
    const broken = brokenRow(record, header, idField, id)
    if (broken !== undefined) {
      find('rejected', broken.problem, broken.field)
      continue
    }
    const text = JSON.stringify(record)
    const before = seen.get(id)
    if (before?.text === text) continue
    if (before !== undefined) {
      const problem = `Id ${id} stands on line ${before.line} and again on line ${line} with different values; the first row stands.`
      find('rejected', problem, idField)
      continue
    }
    seen.set(id, { text, line })
    const foreign = record.findIndex((cell) => cell.includes(REPLACED))
    if (foreign >= 0) {
      const problem =
        'The cell holds bytes that are no UTF-8. The row was taken; export the file as UTF-8 to have the letters right.'
      find('warning', problem, header[foreign] ?? null)
    }
    yield {
      table,
      line,
      id,
      values: Object.fromEntries(header.map((name, index) => [name, (record[index] ?? '').trim()])),
    }
  }
  if (header === undefined) {
    throw new ExtractRefused(
      `${file}, line 1: the file is empty, it has no header line. Export it again; nothing was imported.`,
    )
  }
}

async function* records(folder: string, file: string): AsyncGenerator<{ record: readonly string[]; line: number }> {
  const source = createReadStream(path.join(folder, file))
  const parser = parse(OPTIONS)
  source.on('error', (error) => parser.destroy(error)) // a pipe does not hand errors on
  const lineOf = physicalLines()
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      yield { record, line: lineOf(record, info.lines) }
    }
  } catch (error) {
    throw unreadable(file, error)
  } finally {
    source.destroy()
  }
}

function unreadable(file: string, error: unknown): ExtractRefused {
  const at = typeof error === 'object' && error !== null && 'lines' in error ? `, line ${String(error.lines)}` : ''
  return new ExtractRefused(
    `${file}${at}: the file cannot be read to its end (${reasonOf(error)}). Export it again; nothing was imported.`,
  )
}

function brokenRow(
  record: readonly string[],
  header: readonly string[],
  idField: string,
  id: string,
): { problem: string; field: string | null } | undefined {
  const inField = (broken: (cell: string) => boolean): string | null | undefined => {
    const index = record.findIndex(broken)
    return index < 0 ? undefined : (header[index] ?? null)
  }
  if (record.length !== header.length) {
    const cells = `This row has ${record.length} cells where the header has ${header.length}`
    return { problem: `${cells}. Export it again; nothing was taken from the row.`, field: null }
  }
  const nul = inField((cell) => cell.includes('\u0000'))
  if (nul !== undefined)
    return { problem: 'The cell holds a NUL byte. Export it again; nothing was taken from the row.', field: nul }
  const long = inField((cell) => cell.length > LONGEST_CELL)
  if (long !== undefined) {
    return {
      problem: `The cell is longer than ${LONGEST_CELL} characters. Shorten it; nothing was taken from the row.`,
      field: long,
    }
  }
  return id === '' ? { problem: 'The row has no id. Nothing was taken from it.', field: idField } : undefined
}

function headerOf(table: SsdTable, record: readonly string[]): readonly string[] {
  const header = record.map((name) => name.trim())
  const missing = SSD_TABLES[table].filter((name) => !header.includes(name))
  const refuse = (what: string): never => {
    throw new ExtractRefused(
      `${fileOf(table)}, line 1: ${what}. Export the table with its standard columns; nothing was imported.`,
    )
  }
  if (missing.length > 0) refuse(`column ${missing.join(', ')} is missing`)
  const twice = SSD_TABLES[table].find((name) => header.indexOf(name) !== header.lastIndexOf(name))
  return twice === undefined ? header : refuse(`column ${twice} stands twice`)
}
