import type { Database, Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock, realNow } from '../../clock'
import type { CaseSource, CaseToApply } from './caseSource'
import type { ImportRun } from './importRun'
import { isOfTheCase, notTaken } from './ofTheCase'
import { saveFindings } from './saveFindings'

/** Real time after which the clocks of those brought up to date are told, and the others wait for the next look at the run. */
const ENOUGH_MS = 4_000

/**
 * Brings some cases up to date, each in a transaction of its own with its findings and the rows it came from; on a slow machine only the
 * first of them. Answers those whose clock has to look.
 */
export async function applyBatch(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  source: CaseSource,
): Promise<readonly string[]> {
  const touched: string[] = []
  const until = realNow() + ENOUGH_MS
  for (const [index, one] of cases.entries()) {
    if (index > 0 && realNow() >= until) break
    try {
      const caseId = await applyOne(db, run, one, source)
      if (caseId !== null) touched.push(caseId)
    } catch (error) {
      if (!isOfTheCase(error)) throw error
      await keepAside(db, run, one, { source, error })
    }
  }
  return touched
}

/** Answers the case when anything was written. */
const applyOne = (db: Database, run: ImportRun, one: CaseToApply, source: CaseSource): Promise<string | null> =>
  inTransaction(db, async (tx) => {
    const result = await source.apply(tx, one)
    await saveFindings(tx, { runId: run.id, caseId: one.caseId }, result.findings)
    await setApplied(tx, run, one, result.added + result.changed + result.takenBack)
    return result.touched ? result.caseId : null
  })

interface Aside {
  readonly source: CaseSource
  readonly error: unknown
}

/** A case that cannot be taken is not in the others' way. Its rows are not kept, so that the next import finds it changed again. */
const keepAside = (db: Database, run: ImportRun, one: CaseToApply, { source, error }: Aside): Promise<void> =>
  inTransaction(db, async (tx) => {
    await saveFindings(tx, { runId: run.id, caseId: one.caseId }, [notTaken(source.file, one, error)])
    await setApplied(tx, run, one, 0)
    await tx.$executeRaw`
      update import_case set not_taken = true where run_id = ${run.id}::uuid and case_id = ${one.caseId}::uuid`
  })

async function setApplied(tx: Transaction, run: ImportRun, { caseId }: CaseToApply, newFacts: number): Promise<void> {
  const { now } = await readClock(tx)
  await tx.$executeRaw`
    update import_case set applied_at = ${new Date(now).toISOString()}::timestamptz, new_facts = ${newFacts}
    where run_id = ${run.id}::uuid and case_id = ${caseId}::uuid`
}
