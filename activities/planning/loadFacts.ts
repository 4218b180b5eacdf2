import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import type { Database, Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'
import { CLOCK, clockOf, type ClockReading, type ClockRow } from '../clock'
import { holdersKept, type HolderRow } from '../people/keepHolders'
import { PEOPLE_PRINT } from '../people/peopleBy'
import type { CaseRow } from './lockCase'
import { RULE_IDS } from './rulesInForce'

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

const dateOrNull = (text: string | null): LocalDate | null => (text === null ? null : isoDay(text))

// The payload passed its kind's schema when it was recorded; the database is not asked to prove it again.
const toEvent = (row: EventRow): ChronologyEvent =>
  ({
    id: row.id,
    kind: row.kind,
    on: isoDay(row.occurred_on),
    data: row.payload,
    ...(row.children.length === 0 ? {} : { children: row.children }),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    ...(row.voids ? { void: true } : {}),
  }) as ChronologyEvent

/** What of a case's row its facts are read for. */
export type CaseOf = Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since'>

/** The facts of one case in the order in which they were appended, with one question. No names. */
export async function loadFacts(tx: Transaction | Database, row: CaseOf): Promise<CaseFacts> {
  const { children, events, supervised } = await rowsOf<FactRows>(tx, factsOf(row.id))
  return factsFrom(row, { children, events, supervised })
}

/** The facts of a case, and what stands around them. */
export interface FactsNow {
  readonly clock: ClockReading
  readonly facts: CaseFacts
  /** Who is kept as holding its children. */
  readonly held: readonly HolderRow[]
  /** Whether the team of the case holds group supervision. */
  readonly isSupervised: boolean
  /** Which rules there are (`rulesInForce`), and which people (`peopleBy`). */
  readonly rulesPrint: string
  readonly peoplePrint: string
}

/** The same, with the authority's clock, and whether rules or people are others than before, in one round trip. */
export async function loadFactsNow(tx: Transaction, row: CaseOf): Promise<FactsNow> {
  const { clock, rules, people, year, held, ...rows } = await rowsOf<FactRows & AroundRows>(tx, {
    year: Prisma.sql`select 1 from supervision_year where team_id = ${row.team_id}::uuid`,
    clock: CLOCK,
    rules: RULE_IDS,
    people: PEOPLE_PRINT,
    held: holdersKept(row.id),
    ...factsOf(row.id),
  })
  return {
    clock: clockOf(clock),
    facts: factsFrom(row, rows),
    held,
    isSupervised: year.length > 0,
    rulesPrint: rules[0]?.ids ?? '',
    peoplePrint: people[0]?.print ?? '',
  }
}

interface AroundRows {
  readonly clock: ClockRow
  readonly rules: { readonly ids: string }
  readonly people: { readonly print: string }
  readonly held: HolderRow
  readonly year: unknown
}

interface FactRows {
  readonly children: ChildRow
  readonly events: EventRow
  /** When the case was with a team that holds group supervision. */
  readonly supervised: SupervisedRow
}

interface SupervisedRow {
  readonly from_on: string
  readonly to_on: string | null
}

const factsOf = (caseId: string) => ({
  children: Prisma.sql`select id, born_on, expected_on from child where case_id = ${caseId}::uuid order by id`,
  events: Prisma.sql`
    select id, kind, occurred_on, children, payload, supersedes, voids
    from chronology_event where case_id = ${caseId}::uuid order by facts_version, position`,
  supervised: Prisma.sql`
    select from_on, to_on from supervision_stay where case_id = ${caseId}::uuid order by from_on`,
})

/** The same of several cases, in the order given, in one round trip. */
export async function loadFactsOf(tx: Transaction | Database, rows: readonly CaseOf[]): Promise<readonly CaseFacts[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const { children, events, supervised } = await rowsOf<{
    children: ChildRow & OfCase
    events: EventRow & OfCase
    supervised: SupervisedRow & OfCase
  }>(tx, {
    supervised: Prisma.sql`
      select case_id, from_on, to_on from supervision_stay where case_id = any(${ids}::uuid[]) order by case_id, from_on`,
    children: Prisma.sql`select case_id, id, born_on, expected_on from child where case_id = any(${ids}::uuid[]) order by id`,
    events: Prisma.sql`
      select case_id, id, kind, occurred_on, children, payload, supersedes, voids
      from chronology_event where case_id = any(${ids}::uuid[]) order by facts_version, position`,
  })
  const childrenOf = byCase(children)
  const eventsOf = byCase(events)
  const stays = byCase(supervised)
  return rows.map((row) =>
    factsFrom(row, {
      ...{ children: childrenOf.get(row.id) ?? [], events: eventsOf.get(row.id) ?? [] },
      supervised: stays.get(row.id) ?? [],
    }),
  )
}

interface OfCase {
  readonly case_id: string
}

function byCase<R extends OfCase>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const own = found.get(row.case_id)
    if (own === undefined) found.set(row.case_id, [row])
    else own.push(row)
  }
  return found
}

interface Loaded {
  readonly children: readonly ChildRow[]
  readonly events: readonly EventRow[]
  readonly supervised: readonly SupervisedRow[]
}

const factsFrom = (row: CaseOf, { children, events, supervised }: Loaded): CaseFacts => ({
  ref: row.ref,
  team: row.team_id,
  children: children.map((child) => ({
    id: child.id,
    bornOn: dateOrNull(child.born_on),
    expectedOn: dateOrNull(child.expected_on),
  })),
  events: events.map(toEvent),
  liveSince: dateOrNull(row.live_since),
  supervised: supervised.map(({ from_on, to_on }) => ({ from: isoDay(from_on), to: dateOrNull(to_on) })),
})
