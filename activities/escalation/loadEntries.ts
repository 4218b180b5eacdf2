import { isoDay } from '../../domain/calendar/isoDay'
import type { LadderEntry } from '../../domain/escalation/ladder'
import { ladderLog } from '../../domain/escalation/ladderLog'
import type { EntryKind } from '../../domain/escalation/story'
import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'

export interface EntryRow {
  readonly entry: string
  readonly rung: number | null
  /** ISO moment. */
  readonly at: string
  readonly reason: string
  readonly until: string | null
}

export const entriesOf = (escalationId: string): Prisma.Sql => Prisma.sql`
  select entry, rung, at, reason, until_on as until from escalation_entry where escalation_id = ${escalationId}::uuid order by number`

/** What has happened on an escalation so far, as the ladder reads it. */
export const loadEntries = async (tx: Transaction, escalationId: string): Promise<readonly LadderEntry[]> =>
  ladderEntries((await rowsOf<{ entries: EntryRow }>(tx, { entries: entriesOf(escalationId) })).entries)

export const ladderEntries = (rows: readonly EntryRow[]): readonly LadderEntry[] =>
  ladderLog(
    rows.map(({ entry, rung, at, reason, until }) => ({
      ...{ entry: entry as EntryKind, rung, personId: null, at: Date.parse(at), reason },
      untilOn: until === null ? null : isoDay(until),
    })),
  )
