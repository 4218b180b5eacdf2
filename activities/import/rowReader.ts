import { LocalDate } from '@js-joda/core'
import type { Finding } from './finding'
import type { SsdRow } from './readTable'

/** Thrown inside the mapping of one row, caught where rows are mapped: the row is left out, with a finding. */
export class RowRejected extends Error {
  readonly field: string

  constructor(field: string, problem: string) {
    super(problem)
    this.field = field
  }
}

export interface RowReader {
  text(field: string): string
  /** `Y` is yes; `N` and empty are no. */
  flag(field: string): boolean
  /** A day that must be there; not after the extract's own day. */
  day(field: string): string
  /** A day or null. `start`: the day it may not come before. */
  dayOrNull(field: string, start?: string): string | null
}

const FORMS = /^(\d{4}-\d{2}-\d{2})(?: \d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)?$/

/** Reads the cells of a row. Every day that does not exist, lies ahead of the extract or ends before it starts rejects the row. */
export function rowReader({ values }: SsdRow, asAt: string): RowReader {
  const text = (field: string): string => values[field] ?? ''
  const dayOrNull = (field: string, start?: string): string | null => {
    const found = text(field)
    if (found === '') return null
    const day = civilDay(found)
    if (day === undefined)
      throw new RowRejected(
        field,
        `${found} is not a day that exists, written as 2026-03-02. Correct it upstream; the row was left out.`,
      )
    if (day > asAt)
      throw new RowRejected(
        field,
        `${found} lies after ${asAt}, the day of the extract. Correct it upstream; the row was left out.`,
      )
    if (start !== undefined && day < start)
      throw new RowRejected(
        field,
        `${found} lies before ${start}, on which it began. Correct it upstream; the row was left out.`,
      )
    return day
  }
  return {
    text,
    flag: (field) => text(field).toUpperCase() === 'Y',
    dayOrNull,
    day: (field) => {
      const day = dayOrNull(field)
      if (day === null) throw new RowRejected(field, 'The day is missing. Add it upstream; the row was left out.')
      return day
    },
  }
}

/** The civil day of one of the three forms extracts write, or undefined. Times are local wall-clock time. */
export function civilDay(text: string): string | undefined {
  const day = FORMS.exec(text)?.[1]
  if (day === undefined) return undefined
  try {
    return LocalDate.parse(day).toString()
  } catch {
    return undefined // the caller says which cell
  }
}

/** The finding for a rejected row. */
export const rejected = (row: SsdRow, { field, message }: RowRejected): Finding => ({
  file: `${row.table}.csv`,
  line: row.line,
  record: row.id,
  field,
  problem: message,
  taken: 'rejected',
})
