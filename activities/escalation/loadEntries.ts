import { isoDay } from '../../domain/calendar/isoDay'
import type { LadderEntry } from '../../domain/escalation/ladder'
import { londonDay } from '../../domain/calendar/london'
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

export const ladderEntries = (rows: readonly EntryRow[]): readonly LadderEntry[] => rows.flatMap(ladderEntry)

function ladderEntry({ entry, rung, at, reason, until }: EntryRow): LadderEntry[] {
  const on = londonDay(Date.parse(at))
  if (entry === 'withdrawn') return [{ entry, on, reason }]
  if (rung === null) return []
  switch (entry) {
    // A rung on which nobody new was left to tell has spoken all the same: the next counts from it.
    case 'skipped':
      return [{ entry: 'told', rung, on }]
    case 'told':
    case 'acknowledged':
    case 'passed-up':
    case 'carried':
    case 'owner-left':
      return [{ entry, rung, on }]
    case 'promised':
    case 'more-time':
      return until === null ? [] : [{ entry, rung, on, until: isoDay(until) }]
    default:
      return []
  }
}
