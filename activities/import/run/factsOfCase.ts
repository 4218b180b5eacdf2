import type { Database, Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Recorded } from '../reconcile/recorded'
import { childId } from '../mapping/mapContext'
import type { Tie } from '../reconcile/facts'
import { byCase } from './casesSoFar'

interface Row extends Omit<Recorded, 'source'> {
  readonly case_id: string
  readonly system: string | null
  readonly record: string | null
}

interface TieRow extends Omit<Tie, 'children'> {
  readonly case_id: string
  /** Upstream id; null for a record that is not in the live extract's tables, as that of a census. */
  readonly child: string | null
}

/** The chronology of a case as it was appended, and which of its events speak for records of other ids. */
export interface FactsOfCase {
  /** Of the case when they were read; 0 for one that is not there. */
  readonly version: number
  readonly recorded: readonly Recorded[]
  readonly ties: readonly Tie[]
}

const NO_FACTS: FactsOfCase = { version: 0, recorded: [], ties: [] }

export async function factsOfCase(tx: Transaction, caseId: string): Promise<FactsOfCase> {
  return (await factsOfCases(tx, [caseId]))?.get(caseId) ?? NO_FACTS
}

/** The same of several cases, all of one moment, by id. Undefined when they have more events than `atMost` together. */
export async function factsOfCases(
  tx: Transaction | Database,
  caseIds: readonly string[],
  atMost = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, FactsOfCase> | undefined> {
  const most = Number.isFinite(atMost) ? Prisma.sql`limit ${atMost + 1}` : Prisma.empty
  const these = Prisma.sql`any(${[...caseIds]}::uuid[])`
  const { versions, rows, tied } = await rowsOf<{
    versions: { readonly id: string; readonly version: number }
    rows: Row
    tied: TieRow
  }>(tx, {
    versions: Prisma.sql`select id, facts_version as version from case_file where id = ${these}`,
    rows: Prisma.sql`
      select case_id, id, kind, occurred_on as on, children, payload as data, supersedes, voids as void, actor_id is not null as "byPerson",
        source_system as system, source_record as record
      from chronology_event where case_id = ${these} order by case_id, facts_version, position ${most}`,
    tied: Prisma.sql`
      select t.case_id, t.record, t.kind, t.event_id as "eventId", u.child from upstream_tie t left join upstream_row u
        on u.tbl = split_part(t.record, '/', 1) and u.record = substr(t.record, strpos(t.record, '/') + 1)
      where t.case_id = ${these}`,
  })
  if (rows.length > atMost) return undefined
  const versionOf = new Map(versions.map(({ id, version }) => [id, version]))
  const [eventsOf, tiesOf] = [byCase(rows), byCase(tied)]
  return new Map(
    caseIds.map((id) => [
      id,
      {
        version: versionOf.get(id) ?? 0,
        recorded: (eventsOf.get(id) ?? []).map(toRecorded),
        ties: (tiesOf.get(id) ?? []).map(toTie),
      },
    ]),
  )
}

const toTie = ({ record, kind, eventId, child }: TieRow): Tie => ({
  ...{ record, kind, eventId },
  children: child === null ? null : [childId(child)],
})

const toRecorded = ({
  id,
  kind,
  on,
  children,
  data,
  supersedes,
  void: voids,
  byPerson,
  system,
  record,
}: Row): Recorded => ({
  ...{ id, kind, on, children, data, supersedes, void: voids, byPerson },
  source: system === null || record === null ? null : { system, record },
})

/** Those of these ids that events of other cases have. */
export async function idsTakenElsewhere(
  tx: Transaction,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from chronology_event where id = any(${[...ids]}::uuid[]) and case_id <> ${caseId}::uuid`
  return new Set(rows.map(({ id }) => id))
}
