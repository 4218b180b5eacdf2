import type { Database, Transaction } from '../../../prisma/database'
import { rowByRow } from '../../../prisma/rowByRow'
import type { SsdRow } from '../ssdRow'
import type { CaseToApply } from './caseSource'
import { rowsOfChildren, rowsOfEachChild } from './currentRows'
import type { ImportRun } from './importRun'

/** Rows read ahead at once; the cases of a batch with more ask for themselves. */
const MOST_AHEAD = 20_000

/** The rows of an extract about some children. Asked for case by case they are half of what a day's change costs: they are read for a batch. */
export interface BatchRows {
  /** Reads what the next cases will ask for. */
  ahead(cases: readonly CaseToApply[]): Promise<void>
  of(tx: Transaction, children: readonly string[]): Promise<readonly SsdRow[]>
}

export function batchRows(db: Database, run: ImportRun): BatchRows {
  let ahead: ReadonlyMap<string, readonly SsdRow[]> = new Map()
  return {
    ahead: async (cases) => {
      const children = cases.flatMap((one) => one.children)
      const rows = await rowByRow(db, (tx) => rowsOfEachChild(tx, run, children, MOST_AHEAD + 1))
      const found = new Map<string, SsdRow[]>(children.map((child) => [child, []]))
      for (const { child, row } of rows) found.get(child)?.push(row)
      ahead = rows.length > MOST_AHEAD ? new Map() : found
    },
    of: async (tx, children) =>
      children.every((child) => ahead.has(child))
        ? children.flatMap((child) => ahead.get(child) ?? []).sort(byFile)
        : rowsOfChildren(tx, run, children),
  }
}

const byFile = (a: SsdRow, b: SsdRow): number => byText(a.table, b.table) || a.line - b.line || byText(a.id, b.id)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
