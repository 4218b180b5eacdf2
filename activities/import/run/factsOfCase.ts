import type { Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Recorded } from '../reconcile/recorded'
import { childId } from '../mapping/mapContext'
import type { Tie } from '../reconcile/facts'

interface Row extends Omit<Recorded, 'source'> {
  readonly system: string | null
  readonly record: string | null
}

interface TieRow extends Omit<Tie, 'children'> {
  /** Upstream id; null for a record that is not in the live extract's tables, as that of a census. */
  readonly child: string | null
}

/** The chronology of a case as it was appended, and which of its events speak for records of other ids. */
export async function factsOfCase(
  tx: Transaction,
  caseId: string,
): Promise<{ readonly recorded: readonly Recorded[]; readonly ties: readonly Tie[] }> {
  const { rows, tied } = await rowsOf<{ rows: Row; tied: TieRow }>(tx, {
    rows: Prisma.sql`
      select id, kind, occurred_on as on, children, payload as data, supersedes, voids as void, actor_id is not null as "byPerson",
        source_system as system, source_record as record
      from chronology_event where case_id = ${caseId}::uuid order by facts_version, position`,
    tied: Prisma.sql`
      select t.record, t.kind, t.event_id as "eventId", u.child from upstream_tie t left join upstream_row u
        on u.tbl = split_part(t.record, '/', 1) and u.record = substr(t.record, strpos(t.record, '/') + 1)
      where t.case_id = ${caseId}::uuid`,
  })
  const ties = tied.map(({ child, ...tie }) => ({ ...tie, children: child === null ? null : [childId(child)] }))
  const recorded = rows.map(({ system, record, ...row }) => ({
    ...row,
    source: system === null || record === null ? null : { system, record },
  }))
  return { recorded, ties }
}

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
