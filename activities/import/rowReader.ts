import { LocalDate } from '@js-joda/core'
import type { Finding } from './finding'
import type { FindingKind } from './findingKinds'
import type { SsdRow } from './ssdRow'

/** Thrown while one row is checked or mapped, caught where rows are taken: the row is left out, with a finding. */
export class RowRejected extends Error {
  readonly kind: FindingKind
  readonly field: string

  constructor(kind: FindingKind, field: string, problem: string) {
    super(`${problem} Correct it upstream; the row was left out.`)
    this.kind = kind
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

/** A day, a day and a time, or a day and a time with a fraction. Times are local wall-clock time. */
const FORMS = /^(\d{4}-\d{2}-\d{2})(?: (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,7})?)?$/

/** Reads the cells of a row. A day that does not exist, lies ahead of the extract or ends before it starts rejects the row. */
export function rowReader({ values }: SsdRow, asAt: string): RowReader {
  const text = (field: string): string => values[field] ?? ''
  const dayOrNull = (field: string, start?: string): string | null => {
    const found = text(field)
    if (found === '') return null
    const day = civilDay(found)
    if (day === undefined)
      throw new RowRejected('not-a-day', field, `${shown(found)} is not a day that exists, written like 2026-03-02.`)
    if (day > asAt)
      throw new RowRejected('future-day', field, `${shown(found)} lies after ${asAt}, the day of the extract.`)
    if (start !== undefined && day < start)
      throw new RowRejected('end-before-start', field, `${shown(found)} lies before ${start}, when it began.`)
    return day
  }
  return {
    text,
    flag: (field) => text(field).toUpperCase() === 'Y',
    dayOrNull,
    day: (field) => {
      const day = dayOrNull(field)
      if (day === null) throw new RowRejected('missing-value', field, 'The day is missing.')
      return day
    },
  }
}

/** Nobody in an extract was born before it: `1900-01-01` and `0001-01-01` are what systems write where they know no date. */
const BEFORE_ANY_DAY = '1900-01-01'

/** The civil day of one of the three forms extracts write, or undefined. */
export function civilDay(text: string): string | undefined {
  const day = FORMS.exec(text)?.[1]
  if (day === undefined || day <= BEFORE_ANY_DAY) return undefined
  try {
    const [year, month, date] = day.split('-').map(Number)
    LocalDate.of(year ?? 0, month ?? 0, date ?? 0) // throws; parsing the text takes four times as long, and a county has 50,000 days
    return day
  } catch {
    return undefined // the caller says which cell
  }
}

/** A found value as a finding quotes it: whole letters and no NUL, for no database takes half a letter or a NUL. */
export function shown(value: string): string {
  const letters = Array.from(value.slice(0, 82))
  const short = letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : value
  return short.replaceAll('\u0000', '\ufffd')
}

/** A finding about a row. */
export const aboutRow = (
  row: SsdRow,
  { kind, field, problem, taken }: Pick<Finding, 'kind' | 'field' | 'problem' | 'taken'>,
): Finding => ({ kind, file: `${row.table}.csv`, line: row.line, record: row.id, field, problem, taken })

/** The finding about a row that was left out. */
export const aboutRejected = (row: SsdRow, { kind, field, message }: RowRejected): Finding =>
  aboutRow(row, { kind, field, problem: message, taken: 'rejected' })

/** The finding about a row that was taken all the same. */
export const warning = (row: SsdRow, kind: FindingKind, field: string, problem: string): Finding =>
  aboutRow(row, { kind, field, problem, taken: 'warning' })
