import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import type { Database, Transaction } from '../../prisma/database'
import type { CaseRow } from './lockCase'

interface EventRow {
  readonly id: string
  readonly kind: string
  readonly occurred_on: string
  readonly children: readonly string[]
  readonly payload: unknown
  readonly supersedes: string | null
  readonly voids: boolean
}
interface ChildRow {
  readonly id: string
  readonly born_on: string | null
  readonly expected_on: string | null
}

const dateOrNull = (text: string | null): LocalDate | null => (text === null ? null : LocalDate.parse(text))

// The payload passed its kind's schema when it was recorded; the database is not asked to prove it again.
const toEvent = (row: EventRow): ChronologyEvent =>
  ({
    id: row.id,
    kind: row.kind,
    on: LocalDate.parse(row.occurred_on),
    data: row.payload,
    ...(row.children.length === 0 ? {} : { children: row.children }),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    ...(row.voids ? { void: true } : {}),
  }) as ChronologyEvent

/** The facts of one case in the order in which they were appended. No names. */
export async function loadFacts(
  tx: Transaction | Database,
  row: Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since'>,
): Promise<CaseFacts> {
  const children = await tx.$queryRaw<ChildRow[]>`
    select id, born_on::text, expected_on::text from child where case_id = ${row.id}::uuid order by id`
  const events = await tx.$queryRaw<EventRow[]>`
    select id, kind, occurred_on::text, children, payload, supersedes, voids
    from chronology_event where case_id = ${row.id}::uuid order by facts_version, position`
  return {
    ref: row.ref,
    team: row.team_id,
    children: children.map((child) => ({
      id: child.id,
      bornOn: dateOrNull(child.born_on),
      expectedOn: dateOrNull(child.expected_on),
    })),
    events: events.map(toEvent),
    liveSince: dateOrNull(row.live_since),
  }
}
