import type { Database, Transaction } from '../prisma/database'
import { Prisma } from '../prisma/generated/client'
import { realNow } from './realNow'

/** The longest a process sleeps before it asks again. */
const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

export interface ClockReading {
  /** The clock's own time, epoch milliseconds. */
  readonly now: number
  /** Clock milliseconds for one real millisecond; 0 for the stepped clock. */
  readonly scale: number
}

/** What the authority's clock is made of, to be asked beside other questions. */
export const CLOCK = Prisma.sql`select scale, offset_ms from authority where id = 1`

export interface ClockRow {
  readonly scale: number
  readonly offset_ms: bigint | number
}

/** The authority's time: real time times a scale plus an offset, kept in the database. Real authorities have scale 1 and offset 0. */
export const readClock = async (tx: Transaction | Database): Promise<ClockReading> =>
  clockOf(await tx.$queryRaw<ClockRow[]>(CLOCK))

/** The same from the answer to `CLOCK`, now. */
export function clockOf([row]: readonly ClockRow[]): ClockReading {
  if (row === undefined) throw new Error('This database has no authority yet. Run `caseclock migrate` first.')
  return { now: Math.round(realNow() * row.scale) + Number(row.offset_ms), scale: row.scale }
}

/** Real milliseconds until a moment: whole, from 1 to 30 days. Null (nothing ahead) and a clock that stands still give 30 days. */
export function realMs({ now, scale }: ClockReading, moment: number | null): number {
  const ms = moment === null ? THIRTY_DAYS : Math.ceil((moment - now) / scale)
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1), THIRTY_DAYS) : THIRTY_DAYS
}
