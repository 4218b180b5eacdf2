import type { Transaction } from '../../../prisma/database'
import type { Recorded } from '../reconcile/recorded'
import type { Tie } from '../reconcile/facts'

interface Row extends Omit<Recorded, 'source'> {
  readonly system: string | null
  readonly record: string | null
}

/** The chronology of a case as it was appended, and which of its events speak for records of other ids. */
export async function factsOfCase(
  tx: Transaction,
  caseId: string,
): Promise<{ readonly recorded: readonly Recorded[]; readonly ties: readonly Tie[] }> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, kind, occurred_on::text as on, children, payload as data, supersedes, voids as void, actor_id is not null as "byPerson",
      source_system as system, source_record as record
    from chronology_event where case_id = ${caseId}::uuid order by facts_version, position`
  const ties = await tx.$queryRaw<Tie[]>`
    select record, kind, event_id as "eventId" from upstream_tie where case_id = ${caseId}::uuid`
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
