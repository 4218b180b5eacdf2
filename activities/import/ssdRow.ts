import type { SsdTable } from './ssdTables'

/** One row of a table, as its file has it. */
export interface SsdRow {
  readonly table: SsdTable
  /** Physical line where the record starts. */
  readonly line: number
  readonly id: string
  /** The columns Caseclock reads, and no others. */
  readonly values: Readonly<Record<string, string>>
}
