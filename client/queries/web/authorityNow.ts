import type { LocalDate } from '@js-joda/core'
import { clockOf, type ClockRow } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import type { Database } from '../../../prisma/database'

/** What every page shows of the authority, and its time. */
export interface AuthorityNow {
  readonly name: string
  readonly emergencyLine: string
  /** Its clock may be moved, and people are signed in as whom they choose. */
  readonly demo: boolean
  /** Epoch milliseconds of the authority's clock, and its day in London. */
  readonly now: number
  readonly today: LocalDate
}

/** The authority as it is now. Throws where `caseclock migrate` has not made one. */
export async function authorityNow(db: Database): Promise<AuthorityNow> {
  const rows = await db.$queryRaw<(ClockRow & { name: string; emergency_line: string; demo: boolean })[]>`
    select name, emergency_line, demo, scale, offset_ms from authority where id = 1`
  const { now } = clockOf(rows)
  const [row] = rows
  return {
    name: row?.name ?? '',
    emergencyLine: row?.emergency_line ?? '',
    demo: row?.demo ?? false,
    now,
    today: londonDay(now),
  }
}

/** `#1d3d5c`: the colour of the header. */
export async function councilColour(db: Database): Promise<string> {
  const [row] = await db.$queryRaw<{ colour: string }[]>`select colour from authority where id = 1`
  return row?.colour ?? '#1d3d5c'
}
