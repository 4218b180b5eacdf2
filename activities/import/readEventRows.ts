import type { Finding, Found } from './finding'
import { fileOf, readTable, type SsdRow } from './readTable'
import { planProblems } from './planProblem'
import { aboutRow, rowReader, RowRejected } from './rowReader'
import { EVENT_TABLES, ROW_SHAPES, type EventRows, type EventTable, type RowShape } from './rowShapes'
import type { SsdTable } from './ssdTables'

interface Reading {
  /** The day of the extract, ISO. */
  readonly asAt: string
  readonly isChild: (id: string) => boolean
  readonly found: Found
}

/** The rows that become events, without those that cannot be taken: each of those is a finding. */
export async function readEventRows(folder: string, { asAt, isChild, found }: Reading): Promise<EventRows> {
  const all = new Map<EventTable, readonly SsdRow[]>()
  const known = new Map<SsdTable, ReadonlySet<string>>()
  for (const table of EVENT_TABLES) {
    const rows: SsdRow[] = []
    const ids = new Set<string>()
    const alsoKnow = (finding: Finding): void => {
      if (finding.record !== null) ids.add(finding.record) // a record that cannot be read is there all the same
      found(finding)
    }
    for await (const row of readTable(folder, table, alsoKnow)) {
      rows.push(row)
      ids.add(row.id)
    }
    all.set(table, rows)
    known.set(table, ids)
  }
  const taken = new Map<EventTable, readonly SsdRow[]>()
  const planProblem = planProblems()
  for (const table of EVENT_TABLES) {
    const check = (row: SsdRow): void => {
      checkRow(row, ROW_SHAPES[table], { asAt, isChild, known })
      const problem = planProblem(row)
      if (problem !== undefined) throw problem
    }
    taken.set(
      table,
      inPlanOrder(table, all.get(table) ?? []).filter((row) => canBeTaken(row, check, found)),
    )
  }
  return taken
}

/** Plans by their start, so that of two that overlap the older one stands; every other table as the file has it. */
function inPlanOrder(table: EventTable, rows: readonly SsdRow[]): readonly SsdRow[] {
  if (table !== 'ssd_cp_plans') return rows
  const key = (row: SsdRow): string => `${row.values['cppl_cp_plan_start_date'] ?? ''}|${row.id}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function canBeTaken(row: SsdRow, check: (row: SsdRow) => void, found: Found): boolean {
  try {
    check(row)
    return true
  } catch (error) {
    if (!(error instanceof RowRejected)) throw error
    found(aboutRow(row, error.field, error.message, 'rejected'))
    return false
  }
}

interface Around {
  readonly asAt: string
  readonly isChild: (id: string) => boolean
  readonly known: ReadonlyMap<SsdTable, ReadonlySet<string>>
}

function checkRow(row: SsdRow, shape: RowShape, { asAt, isChild, known }: Around): void {
  const read = rowReader(row, asAt)
  const child = read.text(shape.child)
  if (child === '') throw new RowRejected(shape.child, 'The child is missing.')
  if (!isChild(child)) throw new RowRejected(shape.child, `Child ${child} is not in ssd_person.csv.`)
  const on = shape.ahead === true ? read.dayOrNull(shape.on) : read.day(shape.on)
  if (shape.until !== undefined) read.dayOrNull(shape.until, on ?? undefined)
  if (shape.of === undefined) return
  const [field, table] = shape.of
  const of = read.text(field)
  if (of !== '' && known.get(table)?.has(of) !== true)
    throw new RowRejected(field, `Record ${of} is not in ${fileOf(table)}.`)
}
