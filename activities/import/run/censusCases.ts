import path from 'node:path'
import type { Database, Transaction } from '../../../prisma/database'
import type { CensusElement } from '../census/censusElement'
import { censusFamily } from '../census/censusFamily'
import { ExtractRefused, type Finding } from '../finding'
import { applyCensusChild } from './applyCensusChild'
import type { CaseSource, CaseToApply } from './caseSource'
import { caseOfCensusChild, compareCensusChild, type MappedChild } from './compareCensusChild'
import type { ImportRun } from './importRun'
import { CHILD } from './stageCensus'
import { countFacts } from './writeFacts'

interface Named {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
}

/** The children of a census, each by itself: two of them may be of one case. Throws ExtractRefused when what was read of it is not there. */
export async function censusCases(db: Database, run: ImportRun): Promise<CaseSource> {
  const [staged] = await db.$queryRaw<unknown[]>`
    select 1 from import_row where run_id = ${run.id}::uuid and tbl = ${CHILD} limit 1`
  if (staged === undefined)
    throw new ExtractRefused(
      'What was read of the census is not there any more. Import it again: what was taken stands, and nothing counts twice.',
    )
  const people = await db.$queryRaw<Named[]>`select id, name, job_title as "jobTitle" from person`
  return {
    atOnce: 20,
    file: path.basename(run.folder),
    people: new Map(people.map((person) => [person.id, person])),
    // One row for each child: there is nothing to be had by asking for several.
    ahead: () => Promise.resolve(),
    // A census tells of nobody who works here.
    writePeople: () => Promise.resolve(),
    compare: async (tx, one) => {
      const child = await mappedChild(tx, run, one)
      const { caseId, teamId } = await caseOfCensusChild(tx, child.family)
      const { recorded, reconciled, findings } = await compareCensusChild(tx, child, caseId)
      const { ref, children } = child.family
      const { append } = reconciled
      const known = { caseId, ref, teamId, children, recorded }
      return { toPreview: { ...known, append, counts: countFacts(append), asAt: run.asAt }, findings }
    },
    apply: async (tx, one) => applyCensusChild(tx, run, await mappedChild(tx, run, one)),
    finish: () => Promise.resolve(),
  }
}

/** Maps what was read of a child, with what is odd about it. */
async function mappedChild(
  tx: Transaction,
  run: ImportRun,
  { children: [id = ''] }: CaseToApply,
): Promise<MappedChild> {
  const [row] = await tx.$queryRaw<{ element: CensusElement }[]>`
    select cells as element from import_row where run_id = ${run.id}::uuid and tbl = ${CHILD} and record = ${id}`
  if (row === undefined) throw new Error('A child on the work list of a census has no row.')
  const findings: Finding[] = []
  const reading = {
    file: path.basename(run.folder),
    asAt: run.asAt,
    read: {},
    found: (one: Finding) => void findings.push(one),
  }
  return { family: censusFamily({ id, element: row.element }, reading), findings }
}
