import type { Transaction } from '../../../prisma/database'
import { readClock } from '../../clock'
import type { CensusFamily } from '../census/censusFamily'
import { stableId } from '../stableId'
import type { AppliedCase } from './applyCase'
import { childRow } from './childRow'
import { caseOfCensusChild, compareCensusChild, type MappedChild } from './compareCensusChild'
import { followCase } from './followCase'
import type { ImportRun } from './importRun'
import { writeFacts } from './writeFacts'

/** Adds to the case of a child what only a census knows. The caller's transaction holds all of it or none. */
export async function applyCensusChild(tx: Transaction, run: ImportRun, child: MappedChild): Promise<AppliedCase> {
  const { family } = child
  const { caseId } = await caseOfCensusChild(tx, family)
  await tx.$executeRaw`
    insert into case_file (id, ref, source_id, team_id, open, live_since, facts_version, planned_version, rules_version)
    values (${caseId}::uuid, ${family.ref}, ${family.sourceId}, null, ${family.open}, ${run.asAt}::date, 0, 0, '') on conflict (id) do nothing`
  const [row] = await tx.$queryRaw<{ facts_version: number }[]>`
    select facts_version from case_file where id = ${caseId}::uuid for update`
  const { reconciled, findings } = await compareCensusChild(tx, child, caseId)
  const added = await newChildren(tx, caseId, family)
  const before = row?.facts_version ?? 0
  const version = before + 1
  const { now } = await readClock(tx)
  const commandId = stableId('import', run.id, caseId, family.sourceId)
  const counts = await writeFacts(tx, { caseId, version, commandId, now, ...reconciled })
  const touched = reconciled.append.length + added > 0
  if (touched) await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${caseId}::uuid`
  if (touched && before > 0) await followCase(tx, caseId)
  return { ...counts, caseId, touched, findings, now }
}

/** A census has no names, and what it says of a child that is known changes nothing. */
async function newChildren(tx: Transaction, caseId: string, { children }: CensusFamily): Promise<number> {
  const rows = children.map((child) => childRow(caseId, child))
  return tx.$executeRaw`
    insert into child select * from json_populate_recordset(null::child, ${JSON.stringify(rows)}::json) on conflict do nothing`
}
