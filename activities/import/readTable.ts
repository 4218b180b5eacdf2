import { hash } from 'node:crypto'
import { cellText } from './cellText'
import { csvRecords } from './csvRecords'
import { ExtractRefused, type Found } from './finding'
import type { FindingKind } from './findingKinds'
import { shown } from './rowReader'
import { seenIds, type SeenIds } from './seenIds'
import type { SsdRow } from './ssdRow'
import { OPTIONAL_COLUMNS, SSD_TABLES, type SsdTable } from './ssdTables'

/** No field of the standard takes more than 4,000 characters; a cell this long is a broken file, not a long answer. */
const LONGEST_CELL = 100_000
/** More than any council has, many times over: a file longer than this is no extract. Children and staff are held in memory. */
const MOST_ROWS = 900_000
const MOST_CHILDREN = 200_000
const MOST_STAFF = 20_000
const MOST_OF: Partial<Readonly<Record<SsdTable, number>>> = {
  ssd_person: MOST_CHILDREN,
  ssd_family: MOST_CHILDREN,
  ssd_professionals: MOST_STAFF,
  ssd_department: MOST_STAFF,
}
/** The names of what cannot be read are held in memory too. */
const MOST_BROKEN = 50_000
const BEAT_EVERY = 1_000
/** Ids are numbers or short codes, and the database keeps them in an index. */
const LONGEST_ID = 200
/** What a spreadsheet makes of a long number: 7.1E+06, 7101245.0, 7,101,245 */
const MANGLED = /^\d+(?:[.,]\d+)*[eE]\+?\d+$|^\d+\.0+$|^\d{1,3}(?:,\d{3})+$/

export const fileOf = (table: SsdTable): string => `${table}.csv`

interface Reading {
  readonly found: Found
  /** Told the id of every record that stands in the file but cannot be read. */
  readonly unreadable?: (id: string) => void | Promise<void>
  /** Where the ids are kept of the rows that can be read. */
  readonly seen?: SeenIds
  /** Called for every so many rows, whatever becomes of them. */
  readonly beat?: () => void
}

/**
 * The rows of one table, streamed. Columns may stand in any order and unknown ones are left alone; a missing one refuses the extract, and
 * so does a file that cannot be read to its end. A row that cannot be read is a finding; an exact repeat counts once.
 */
export async function* readTable(
  folder: string,
  table: SsdTable,
  { found, unreadable = () => undefined, seen = seenIds(), beat = () => undefined }: Reading,
): AsyncGenerator<SsdRow> {
  const file = fileOf(table)
  const [idField] = SSD_TABLES[table]
  const most = MOST_OF[table] ?? MOST_ROWS
  let columns: Columns | undefined
  let rows = 0
  let brokenRows = 0
  for await (const { record, line } of csvRecords(folder, file)) {
    if (columns === undefined) {
      columns = columnsOf(table, record)
      continue
    }
    rows += 1
    if (rows % BEAT_EVERY === 0) beat()
    const refuse = (what: string): never => {
      throw new ExtractRefused(
        `${file}, line ${String(line)}: ${what}, which no council's extract has. Check what was exported; nothing was imported.`,
      )
    }
    if (rows > most) refuse(`the file has more than ${most.toLocaleString('en-GB')} rows`)
    const id = cellText(record[columns.id] ?? '').text.trim()
    const find = (kind: FindingKind, taken: 'rejected' | 'warning', problem: string, field: string | null): void => {
      found({ kind, file, line, record: id === '' ? null : shown(id), field, problem, taken })
    }
    const broken = brokenRow(record, columns, idField, id)
    if (broken !== undefined) {
      brokenRows += 1
      if (brokenRows > MOST_BROKEN)
        refuse(`more than ${MOST_BROKEN.toLocaleString('en-GB')} of its rows cannot be read`)
      await unreadable(id)
      find(broken.kind, 'rejected', broken.problem, broken.field)
      continue
    }
    const print = Number.parseInt(hash('sha256', record.join('\u001f'), 'hex').slice(0, 8), 16)
    const before = seen.see(id, line, print)
    if (before !== undefined) {
      if (before.print === print) continue
      const problem = `Id ${shown(id)} stands on line ${String(before.line)} and again on line ${String(line)} with different values; the first row stands.`
      find('repeated-id', 'rejected', problem, idField)
      continue
    }
    const values: Record<string, string> = {}
    for (const [name, index] of columns.read) {
      const { text, foreign } = cellText(record[index] ?? '')
      values[name] = text.trim()
      if (!foreign) continue
      const problem = `The cell holds bytes that are no UTF-8. The row was taken and they were read as Windows-1252, as ${shown(text)}; export the file as UTF-8.`
      find('wrong-encoding', 'warning', problem, name)
    }
    yield { table, line, id, values }
  }
  if (columns === undefined) {
    throw new ExtractRefused(
      `${file}, line 1: the file is empty, it has no header line. Export it again; nothing was imported.`,
    )
  }
}

interface Columns {
  readonly all: readonly string[]
  readonly id: number
  /** The columns that are read, with their place. */
  readonly read: readonly (readonly [name: string, index: number])[]
}

interface Broken {
  readonly kind: FindingKind
  readonly problem: string
  readonly field: string | null
}

function brokenRow(record: readonly string[], { all, read }: Columns, idField: string, id: string): Broken | undefined {
  const inField = (broken: (cell: string) => boolean): string | undefined => {
    const index = record.findIndex(broken)
    return index < 0 ? undefined : shown(all[index] ?? '')
  }
  const unreadable = (problem: string, field: string | null): Broken => ({ kind: 'unreadable-row', problem, field })
  if (record.length !== all.length) {
    const cells = `This row has ${String(record.length)} cells where the header has ${String(all.length)}`
    return unreadable(`${cells}. Export it again; nothing was taken from the row.`, null)
  }
  const nul = inField((cell) => cell.includes('\u0000'))
  if (nul !== undefined)
    return unreadable('The cell holds a NUL byte. Export it again; nothing was taken from the row.', nul)
  const long = inField((cell) => cell.length > LONGEST_CELL)
  if (long !== undefined)
    return unreadable(
      `The cell is longer than ${String(LONGEST_CELL)} characters. Shorten it; nothing was taken from the row.`,
      long,
    )
  const longId = read.find(([name, index]) => name.endsWith('_id') && (record[index] ?? '').length > LONGEST_ID)
  if (longId !== undefined)
    return unreadable(
      `The id is longer than ${String(LONGEST_ID)} characters, so it is none. Correct it upstream; nothing was taken from the row.`,
      longId[0],
    )
  if (id === '')
    return { kind: 'missing-value', problem: 'The row has no id. Nothing was taken from it.', field: idField }
  if (MANGLED.test(id)) {
    const problem = `${shown(id)} is a number as a spreadsheet rewrites it, no id. Export again without opening the file in a spreadsheet; nothing was taken from the row.`
    return { kind: 'mangled-id', problem, field: idField }
  }
  return undefined
}

function columnsOf(table: SsdTable, record: readonly string[]): Columns {
  const refuse = (what: string): never => {
    throw new ExtractRefused(
      `${fileOf(table)}, line 1: ${what}. Export the table with its standard columns; nothing was imported.`,
    )
  }
  const all = record.map((name) => name.trim())
  if (all.some((name) => name.includes('\u0000'))) refuse('the file is UTF-16, not UTF-8')
  const needed: readonly string[] = SSD_TABLES[table]
  const missing = needed.filter((name) => !all.includes(name))
  if (missing.length > 0) refuse(`column ${missing.join(', ')} is missing`)
  const read = [...needed, ...OPTIONAL_COLUMNS[table]].filter((name) => all.includes(name))
  const twice = read.find((name) => all.indexOf(name) !== all.lastIndexOf(name))
  if (twice !== undefined) refuse(`column ${twice} stands twice`)
  return { all, id: all.indexOf(SSD_TABLES[table][0]), read: read.map((name) => [name, all.indexOf(name)]) }
}
