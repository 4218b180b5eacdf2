import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'

export interface NewEvent {
  readonly id: string
  readonly kind: string
  /** ISO date, London. */
  readonly on: string
  /** Empty: all children of the case. */
  readonly children: readonly string[]
  readonly data: unknown
  readonly supersedes: string | null
  readonly void: boolean
  readonly source: { readonly system: string; readonly record: string } | null
}

interface Appending {
  readonly caseId: string
  readonly factsVersion: number
  readonly commandId: string
  readonly actorId: string | null
  /** Epoch milliseconds. */
  readonly now: number
  readonly events: readonly NewEvent[]
}

/** Appends facts to the chronology of a case whose row the caller has locked. An upstream record that is there already is left as it is. Answers how many were new. */
export const appendEvents = (tx: Transaction, appending: Appending): Promise<number> =>
  tx.$executeRaw(appendingEvents(appending))

/** The same as a statement, or a part of one. */
export function appendingEvents({ caseId, factsVersion, commandId, actorId, now, events }: Appending): Prisma.Sql {
  const rows = events.map((event, position) => ({
    id: event.id,
    case_id: caseId,
    facts_version: factsVersion,
    position,
    kind: event.kind,
    occurred_on: event.on,
    recorded_at: new Date(now).toISOString(),
    actor_id: actorId,
    source_system: event.source?.system ?? null,
    source_record: event.source?.record ?? null,
    children: event.children,
    payload: event.data,
    supersedes: event.supersedes,
    voids: event.void,
    command_id: commandId,
  }))
  return Prisma.sql`
    insert into chronology_event select * from json_populate_recordset(null::chronology_event, ${JSON.stringify(rows)}::json)
    on conflict (case_id, source_system, source_record, kind) where source_system is not null and supersedes is null do nothing`
}
