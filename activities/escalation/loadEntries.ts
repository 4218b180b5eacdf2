import { LocalDate } from '@js-joda/core'
import type { LadderEntry } from '../../domain/escalation/ladder'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'

interface Row {
  readonly entry: string
  readonly rung: number | null
  readonly at: Date
  readonly reason: string
  readonly until: string | null
}

/** What has happened on an escalation so far, as the ladder reads it. */
export async function loadEntries(tx: Transaction, escalationId: string): Promise<LadderEntry[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select entry, rung, at, reason, until_on::text as until from escalation_entry where escalation_id = ${escalationId}::uuid order by number`
  return rows.flatMap(ladderEntry)
}

function ladderEntry({ entry, rung, at, reason, until }: Row): LadderEntry[] {
  const on = londonDay(at.getTime())
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
      return [{ entry, rung, on }]
    case 'promised':
    case 'more-time':
      return until === null ? [] : [{ entry, rung, on, until: LocalDate.parse(until) }]
    default:
      return []
  }
}
