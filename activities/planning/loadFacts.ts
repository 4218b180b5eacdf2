import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import type { Database, Transaction } from '../../prisma/database'
import type { CaseRow } from './lockCase'

interface EventRow {
  readonly case_id: string
  readonly id: string
  readonly kind: string
  readonly occurred_on: string
  readonly children: readonly string[]
  readonly payload: unknown
  readonly supersedes: string | null
  readonly voids: boolean
}
interface ChildRow {
  readonly case_id: string
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

/** What of a case's row its facts are read for. */
export type FactsOf = Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since'>

/** The facts of one case in the order in which they were appended. No names. */
export async function loadFacts(tx: Transaction | Database, row: FactsOf): Promise<CaseFacts> {
  const children = await tx.$queryRaw<ChildRow[]>`
    select case_id, id, born_on::text, expected_on::text from child where case_id = ${row.id}::uuid order by id`
  const events = await tx.$queryRaw<EventRow[]>`
    select case_id, id, kind, occurred_on::text, children, payload, supersedes, voids
    from chronology_event where case_id = ${row.id}::uuid order by facts_version, position`
  return factsOf(row, children, events)
}

/** The same of some cases, in their order, with two questions for all of them. */
export async function loadFactsOfEach(
  tx: Transaction | Database,
  rows: readonly FactsOf[],
): Promise<readonly CaseFacts[]> {
  const ids = rows.map(({ id }) => id)
  const children = await tx.$queryRaw<ChildRow[]>`
    select case_id, id, born_on::text, expected_on::text from child where case_id = any(${ids}::uuid[]) order by id`
  const events = await tx.$queryRaw<EventRow[]>`
    select case_id, id, kind, occurred_on::text, children, payload, supersedes, voids
    from chronology_event where case_id = any(${ids}::uuid[]) order by case_id, facts_version, position`
  const [childrenOf, eventsOf] = [byCase(children), byCase(events)]
  return rows.map((row) => factsOf(row, childrenOf.get(row.id) ?? [], eventsOf.get(row.id) ?? []))
}

const factsOf = (row: FactsOf, children: readonly ChildRow[], events: readonly EventRow[]): CaseFacts => ({
  ref: row.ref,
  team: row.team_id,
  children: children.map((child) => ({
    id: child.id,
    bornOn: dateOrNull(child.born_on),
    expectedOn: dateOrNull(child.expected_on),
  })),
  events: events.map(toEvent),
  liveSince: dateOrNull(row.live_since),
})

function byCase<Row extends { readonly case_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const others = found.get(row.case_id)
    if (others === undefined) found.set(row.case_id, [row])
    else others.push(row)
  }
  return found
}
