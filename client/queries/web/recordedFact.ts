import { isEventKind, type EventKind } from '../../../domain/chronology/eventKinds'
import type { Database } from '../../../prisma/database'

/** A fact as it was recorded, to correct it or take it back. */
export interface RecordedFact {
  readonly id: string
  readonly kind: EventKind
  /** ISO date. */
  readonly on: string
  /** Ids; none: all children of the case. */
  readonly children: readonly string[]
  readonly payload: object
}

/** A fact of this case that still stands as it is; undefined for one of another case, one that was corrected since, or one this version does not know. */
export async function recordedFact(db: Database, caseId: string, eventId: string): Promise<RecordedFact | undefined> {
  const [row] = await db.$queryRaw<(Omit<RecordedFact, 'kind'> & { readonly kind: string })[]>`
    select e.id::text, e.kind, e.occurred_on::text as "on", e.children::text[] as children, e.payload from chronology_event e
    where e.case_id = ${caseId}::uuid and e.id::text = ${eventId.toLowerCase()} and not e.voids
      and not exists (select from chronology_event x where x.case_id = e.case_id and x.supersedes = e.id)`
  return row !== undefined && isEventKind(row.kind) ? { ...row, kind: row.kind } : undefined
}
