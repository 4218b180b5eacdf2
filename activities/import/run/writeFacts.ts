import type { Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { appendEvents, type NewEvent } from '../../chronology/appendEvents'
import type { Reconciled, Tie } from '../reconcile/facts'

interface Writing extends Pick<Reconciled, 'append' | 'ties'> {
  readonly caseId: string
  readonly version: number
  readonly commandId: string
  /** Epoch milliseconds. */
  readonly now: number
}

export interface FactCounts {
  readonly added: number
  readonly changed: number
  readonly takenBack: number
}

/** Appends what an import found to be new, and keeps which event speaks for which record. */
export async function writeFacts(
  tx: Transaction,
  { caseId, version, commandId, now, append, ties }: Writing,
): Promise<FactCounts> {
  await appendEvents(tx, { caseId, factsVersion: version, commandId, actorId: null, now, events: append })
  await writeTies(tx, caseId, ties)
  return countFacts(append)
}

export const countFacts = (events: readonly NewEvent[]): FactCounts => ({
  added: events.filter(({ supersedes }) => supersedes === null).length,
  changed: events.filter((event) => event.supersedes !== null && !event.void).length,
  takenBack: events.filter((event) => event.void).length,
})

async function writeTies(tx: Transaction, caseId: string, ties: readonly Tie[]): Promise<void> {
  if (ties.length > 0) await tx.$executeRaw(writingTies(caseId, ties))
}

/** Keeps which event speaks for which record: a statement, or a part of one. */
export function writingTies(caseId: string, ties: readonly Tie[]): Prisma.Sql {
  const rows = ties.map(({ record, kind, eventId }) => ({ case_id: caseId, record, kind, event_id: eventId }))
  return Prisma.sql`
    insert into upstream_tie select * from json_populate_recordset(null::upstream_tie, ${JSON.stringify(rows)}::json)
    on conflict (case_id, record, kind) do update set event_id = excluded.event_id`
}
