import type { Transaction } from '../../../prisma/database'
import { readClock } from '../../clock'
import type { Finding } from '../finding'
import type { ImportedChild, ImportedFamily } from '../imported'
import { stableId } from '../stableId'
import type { CaseToApply } from './caseSource'
import { compareCase, type Around } from './compareCase'
import { findingsOf } from './findingsOf'
import { childRow } from './childRow'
import type { ImportRun } from './importRun'
import { writeFacts, type FactCounts } from './writeFacts'

/** What became of one case. */
export interface AppliedCase extends FactCounts {
  readonly caseId: string
  /** Anything was written: the clock has to look. */
  readonly touched: boolean
  readonly findings: readonly Finding[]
}

/**
 * Brings one case up to what the extract says: the case itself, its children, and its chronology. Nothing is written when nothing is new;
 * twice is the same as once. The caller's transaction holds all of it or none.
 */
export async function applyCase(
  tx: Transaction,
  run: ImportRun,
  one: CaseToApply,
  around: Around,
): Promise<AppliedCase> {
  const { caseId, sourceId } = one
  await tx.$executeRaw`
    insert into case_file (id, ref, source_id, team_id, open, live_since, facts_version, planned_version, rules_version)
    values (${caseId}::uuid, ${`N-${sourceId}`}, ${sourceId}, null, false, ${run.asAt}::date, 0, 0, '') on conflict (id) do nothing`
  const [row] = await tx.$queryRaw<{ facts_version: number }[]>`
    select facts_version from case_file where id = ${caseId}::uuid for update`
  const version = (row?.facts_version ?? 0) + 1
  const { mapped, reconciled } = await compareCase(tx, run, one, around)
  const { family } = mapped
  const childrenChanged = await writeChildren(tx, caseId, family.children)
  const { now } = await readClock(tx)
  const commandId = stableId('import', run.id, caseId)
  const counts = await writeFacts(tx, { caseId, version, commandId, now, ...reconciled })
  // No child of the case is in the extract (it came by a census): then the extract says nothing of its team either.
  const caseChanged = family.children.length === 0 ? 0 : await writeCase(tx, caseId, family)
  const touched = reconciled.append.length + childrenChanged + caseChanged > 0
  if (touched) await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${caseId}::uuid`
  return {
    ...counts,
    caseId,
    touched,
    findings: findingsOf({ mapped, reconciled }),
  }
}

/** What the extract gives stands beside what facts recorded since say otherwise: `given` keeps it for the day on which they are taken back. */
const writeCase = (
  tx: Transaction,
  caseId: string,
  { teamId, open }: ImportedFamily,
): Promise<number> => tx.$executeRaw`
  update case_file set
    team_id = case when given ? 'team' then team_id else ${teamId}::uuid end,
    open = case when given ? 'open' then open else ${open} end,
    given = given || case when given ? 'team' then jsonb_build_object('team', ${teamId}::text) else '{}' end
      || case when given ? 'open' then jsonb_build_object('open', ${open}::boolean) else '{}' end
  where id = ${caseId}::uuid and (
    case when given ? 'team' then (given->>'team')::uuid else team_id end,
    case when given ? 'open' then (given->>'open')::boolean else open end) is distinct from (${teamId}::uuid, ${open}::boolean)`

async function writeChildren(tx: Transaction, caseId: string, children: readonly ImportedChild[]): Promise<number> {
  const rows = children.map((child) => childRow(caseId, child))
  return tx.$executeRaw`
    insert into child select * from json_populate_recordset(null::child, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set forename = excluded.forename, surname = excluded.surname, born_on = excluded.born_on, expected_on = excluded.expected_on
    where (child.forename, child.surname, child.born_on, child.expected_on)
      is distinct from (excluded.forename, excluded.surname, excluded.born_on, excluded.expected_on)`
}
