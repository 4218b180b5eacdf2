import type { Transaction } from '../../../prisma/database'
import { readClock } from '../../clock'
import type { KnownEvent } from '../census/knownCase'
import { compareWithKnown } from '../census/compareWithKnown'
import type { CensusFamily } from '../census/readCensus'
import type { Finding } from '../finding'
import { chains, type Recorded } from '../reconcile/recorded'
import type { Reconciled } from '../reconcile/facts'
import { reconcileFacts } from '../reconcile/reconcileFacts'
import { stableId } from '../stableId'
import type { AppliedCase } from './applyCase'
import { factsOfCase, idsTakenElsewhere } from './factsOfCase'
import { childRow } from './childRow'
import type { ImportRun } from './importRun'
import { writeFacts } from './writeFacts'

/** The case of a child of a census: the one it has, else one of its own. */
export async function caseOfCensusChild(tx: Transaction, { id, children }: CensusFamily) {
  const [known] = await tx.$queryRaw<{ caseId: string; teamId: string | null }[]>`
    select c.id as "caseId", c.team_id as "teamId" from child join case_file c on c.id = child.case_id where child.id = ${children[0]?.id ?? id}::uuid`
  return {
    caseId: known?.caseId ?? id,
    teamId: known?.teamId ?? null,
    children: children.map((child) => child.sourceId),
  }
}

export interface ComparedChild {
  readonly recorded: readonly Recorded[]
  readonly disagreements: readonly Finding[]
  readonly reconciled: Reconciled
}

/**
 * What only a census knows of a child: history from before the live extract, or all of a child nobody knew. Where the extract tells it too the
 * extract stands, and a difference is a finding. A census covers one year: what it does not tell is not taken back. Writes nothing.
 */
export async function compareCensusChild(
  tx: Transaction,
  family: CensusFamily,
  caseId: string,
): Promise<ComparedChild> {
  const { recorded, ties } = await factsOfCase(tx, caseId)
  const live = [...chains(recorded).values()]
    .filter(({ first, last, stands }) => stands && [first.source?.system, last.source?.system].includes('ssd'))
    .map(({ last }) => last as unknown as KnownEvent)
  const born = await tx.$queryRaw<{ id: string; bornOn: string | null }[]>`
    select id, born_on::text as "bornOn" from child where case_id = ${caseId}::uuid and id = ${family.children[0]?.id ?? caseId}::uuid`
  const { toTake, disagreements } = compareWithKnown(family, { children: born, events: live })
  const told = new Set(toTake.map(({ source }) => source.record))
  const ids = toTake.map(({ id }) => id)
  const reconciled = reconcileFacts(
    { recorded, ties, taken: await idsTakenElsewhere(tx, caseId, ids) },
    {
      system: 'census',
      caseId,
      events: toTake,
      whereabouts: (record) => (told.has(record) ? 'taken' : 'left-out'),
      lineOf: () => null,
    },
  )
  const aboutCensus = reconciled.findings.map((finding) => ({
    ...finding,
    file: family.file,
    record: family.children[0]?.sourceId ?? null,
  }))
  return { recorded, disagreements, reconciled: { ...reconciled, findings: aboutCensus } }
}

/** Adds to one case what only a census knows. */
export async function applyCensusChild(
  tx: Transaction,
  run: ImportRun,
  family: CensusFamily,
  caseId: string,
): Promise<AppliedCase> {
  await tx.$executeRaw`
    insert into case_file (id, ref, source_id, team_id, open, live_since, facts_version, planned_version, rules_version)
    values (${caseId}::uuid, ${family.ref}, ${family.sourceId}, null, ${family.open}, ${run.asAt}::date, 0, 0, '') on conflict (id) do nothing`
  const [row] = await tx.$queryRaw<{ facts_version: number }[]>`
    select facts_version from case_file where id = ${caseId}::uuid for update`
  const { disagreements, reconciled } = await compareCensusChild(tx, family, caseId)
  const added = await newChildren(tx, caseId, family)
  const version = (row?.facts_version ?? 0) + 1
  const { now } = await readClock(tx)
  const commandId = stableId('import', run.id, caseId, family.sourceId)
  const counts = await writeFacts(tx, { caseId, version, commandId, now, ...reconciled })
  const touched = reconciled.append.length + added > 0
  if (touched) await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${caseId}::uuid`
  return { ...counts, touched, findings: [...disagreements, ...reconciled.findings] }
}

/** A census has no names, and what it says of a child that is known changes nothing. */
async function newChildren(tx: Transaction, caseId: string, { children }: CensusFamily): Promise<number> {
  const rows = children.map((child) => childRow(caseId, child))
  return tx.$executeRaw`
    insert into child select * from json_populate_recordset(null::child, ${JSON.stringify(rows)}::json) on conflict do nothing`
}
