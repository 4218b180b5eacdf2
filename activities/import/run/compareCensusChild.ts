import type { Transaction } from '../../../prisma/database'
import type { CensusFamily } from '../census/censusFamily'
import { compareWithKnown } from '../census/compareWithKnown'
import type { KnownEvent } from '../census/knownCase'
import type { Finding } from '../finding'
import { chains, type Recorded } from '../reconcile/recorded'
import type { Reconciled } from '../reconcile/facts'
import { reconcileFacts } from '../reconcile/reconcileFacts'
import { factsOfCase, idsTakenElsewhere } from './factsOfCase'

/** What a census says of one child, and what is odd about that. */
export interface MappedChild {
  readonly family: CensusFamily
  readonly findings: readonly Finding[]
}

/** The case of a child of a census: the one it has, else one of its own. */
export async function caseOfCensusChild(
  tx: Transaction,
  { id, children }: CensusFamily,
): Promise<{ readonly caseId: string; readonly teamId: string | null }> {
  const [known] = await tx.$queryRaw<{ caseId: string; teamId: string | null }[]>`
    select c.id as "caseId", c.team_id as "teamId" from child join case_file c on c.id = child.case_id where child.id = ${children[0]?.id ?? id}::uuid`
  return known ?? { caseId: id, teamId: null }
}

export interface ComparedChild {
  readonly recorded: readonly Recorded[]
  readonly reconciled: Reconciled
  readonly findings: readonly Finding[]
}

/**
 * What only a census knows of a child: history from before the live extract, or all of a child nobody knew. Where the extract tells it too the
 * extract stands, and a difference is a finding. A census covers one year: what it does not tell is not taken back. Writes nothing.
 */
export async function compareCensusChild(
  tx: Transaction,
  { family, findings }: MappedChild,
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
    { recorded, ties, taken: await idsTakenElsewhere(tx, caseId, ids), retold: new Set() },
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
  return { recorded, reconciled, findings: [...findings, ...disagreements, ...aboutCensus] }
}
