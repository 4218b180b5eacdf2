import { appendingEvents } from '../../chronology/appendEvents'
import type { Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { ImportedFamily } from '../imported'
import type { Reconciled } from '../reconcile/facts'
import { childRow } from './childRow'
import { writingTies } from './writeFacts'

interface Writing extends Pick<Reconciled, 'append' | 'ties'> {
  readonly caseId: string
  readonly family: Pick<ImportedFamily, 'children' | 'teamId' | 'open'>
  /** What the case's version becomes if anything is written. */
  readonly version: number
  readonly commandId: string
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Writes what an extract says about a case whose row the caller has locked: its children, its chronology, and the case itself, in one round
 * trip. Answers whether anything was new.
 *
 * What the extract gives stands beside what facts recorded since say otherwise: `given` keeps it for the day on which they are taken back.
 */
export async function writeCase(
  tx: Transaction,
  { caseId, family, append, ties, version, commandId, now }: Writing,
): Promise<boolean> {
  const { teamId, open } = family
  // No child of the case is in the extract (it came by a census): then the extract says nothing of its team either.
  const speaks = family.children.length > 0
  const writing = [
    Prisma.sql`children as (${writingChildren(caseId, family)} returning 1)`,
    ...(append.length === 0
      ? []
      : [
          Prisma.sql`events as (${appendingEvents({ caseId, factsVersion: version, commandId, actorId: null, now, events: append })})`,
        ]),
    ...(ties.length === 0 ? [] : [Prisma.sql`ties as (${writingTies(caseId, ties)})`]),
  ]
  const written = await tx.$executeRaw`
    with ${Prisma.join(writing)}
    update case_file set
      facts_version = ${version},
      team_id = case when ${!speaks} or given ? 'team' then team_id else ${teamId}::uuid end,
      open = case when ${!speaks} or given ? 'open' then open else ${open} end,
      given = case when ${!speaks} then given else given
        || case when given ? 'team' then jsonb_build_object('team', ${teamId}::text) else '{}' end
        || case when given ? 'open' then jsonb_build_object('open', ${open}::boolean) else '{}' end end
    where id = ${caseId}::uuid and (${append.length > 0} or exists (select from children) or ${speaks} and (
      case when given ? 'team' then (given->>'team')::uuid else team_id end,
      case when given ? 'open' then (given->>'open')::boolean else open end) is distinct from (${teamId}::uuid, ${open}::boolean))`
  return written > 0
}

function writingChildren(caseId: string, { children }: Pick<ImportedFamily, 'children'>): Prisma.Sql {
  const rows = children.map((child) => childRow(caseId, child))
  return Prisma.sql`
    insert into child select * from json_populate_recordset(null::child, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set forename = excluded.forename, surname = excluded.surname, born_on = excluded.born_on, expected_on = excluded.expected_on
    where (child.forename, child.surname, child.born_on, child.expected_on)
      is distinct from (excluded.forename, excluded.surname, excluded.born_on, excluded.expected_on)`
}
