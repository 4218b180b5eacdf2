import type { Found } from './finding'
import { recordName, type FamilyRows } from './familyRows'
import { planProblems } from './planProblem'
import { fileOf } from './readTable'
import type { SsdRow } from './ssdRow'
import { aboutRejected, rowReader, RowRejected, shown } from './rowReader'
import { EVENT_TABLES, ROW_SHAPES, type EventRows, type EventTable, type RowShape } from './rowShapes'

interface Taking {
  /** The day of the extract, ISO. */
  readonly asAt: string
  readonly found: Found
}

/** The rows of a family that can be taken; each other one is a finding. A record belongs to its child: one of another child's does not count. */
export function takeRows({ people, rows, unreadable }: FamilyRows, { asAt, found }: Taking): EventRows {
  const childOf = new Map<string, string>()
  for (const [table, all] of rows)
    for (const row of all) childOf.set(recordName(table, row.id), row.values[ROW_SHAPES[table].child] ?? '')
  const belongs = (name: string, child: string): boolean => unreadable.has(name) || childOf.get(name) === child
  const planProblem = planProblems()
  const taken = new Map<EventTable, readonly SsdRow[]>()
  for (const table of EVENT_TABLES) {
    const canBeTaken = (row: SsdRow): boolean => {
      try {
        checkRow(row, ROW_SHAPES[table], { asAt, isChild: (id) => people.has(id), belongs })
        const problem = planProblem(row)
        if (problem !== undefined) throw problem
        return true
      } catch (error) {
        if (!(error instanceof RowRejected)) throw error
        found(aboutRejected(row, error))
        return false
      }
    }
    taken.set(table, inPlanOrder(table, rows.get(table) ?? []).filter(canBeTaken))
  }
  return taken
}

/** Plans by their start, so that of two that overlap the older one stands; every other table as the file has it. */
function inPlanOrder(table: EventTable, rows: readonly SsdRow[]): readonly SsdRow[] {
  if (table !== 'ssd_cp_plans') return rows
  const key = (row: SsdRow): string => `${row.values['cppl_cp_plan_start_date'] ?? ''}|${row.id}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

interface Around {
  readonly asAt: string
  readonly isChild: (id: string) => boolean
  /** Whether a record is there and this child's. */
  readonly belongs: (name: string, child: string) => boolean
}

function checkRow(row: SsdRow, shape: RowShape, { asAt, isChild, belongs }: Around): void {
  const read = rowReader(row, asAt)
  const child = read.text(shape.child)
  if (!isChild(child)) throw unknownChild(row.table as EventTable, child)
  const on = shape.ahead === true ? read.dayOrNull(shape.on) : read.day(shape.on)
  if (shape.until !== undefined) read.dayOrNull(shape.until, on ?? undefined)
  if (shape.of === undefined) return
  const [field, table] = shape.of
  const of = read.text(field)
  if (of !== '' && !belongs(recordName(table, of), child))
    throw new RowRejected('unknown-record', field, `Record ${of} is not among this child's rows of ${fileOf(table)}.`)
}

/** Why a row is left out whose child is not there. */
export const unknownChild = (table: EventTable, child: string): RowRejected =>
  child === ''
    ? new RowRejected('missing-value', ROW_SHAPES[table].child, 'The child is missing.')
    : new RowRejected('unknown-record', ROW_SHAPES[table].child, `Child ${shown(child)} is not in ssd_person.csv.`)
