import type { Database, Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock } from '../../clock'
import { applyCase } from './applyCase'
import type { Around, CaseToApply } from './compareCase'
import type { ImportRun } from './importRun'
import { isOfTheCase, notTaken } from './ofTheCase'
import { saveFindings } from './saveFindings'
import { keepRowsOfChildren } from './snapshot'

/** Cases brought up to date at the same time: one is worked out while the database writes the other. They share no row. */
const LANES = 2

/** Brings some cases up to date, each in a transaction of its own with its findings and the rows it came from. Answers those whose clock has to look. */
export async function applyBatch(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  around: Around,
): Promise<readonly string[]> {
  const touched = new Set<string>()
  const left = cases.values()
  const lane = async (): Promise<void> => {
    for (const one of left) {
      try {
        if (await applyOne(db, run, one, around)) touched.add(one.caseId)
      } catch (error) {
        if (!isOfTheCase(error)) throw error
        await keepAside(db, run, one, error)
      }
    }
  }
  await everyLane(Array.from({ length: LANES }, lane))
  return cases.map(({ caseId }) => caseId).filter((id) => touched.has(id))
}

/** Waits for all, also when one fails: none goes on behind the caller's back. */
async function everyLane(lanes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/** Answers whether anything was written. */
const applyOne = (db: Database, run: ImportRun, one: CaseToApply, around: Around): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const result = await applyCase(tx, run, one, around)
    await saveFindings(tx, { runId: run.id, caseId: one.caseId }, result.findings)
    await keepRowsOfChildren(tx, run, one.children)
    await setApplied(tx, run, one, result.added + result.changed + result.takenBack)
    return result.touched
  })

/** A case that cannot be taken is not in the others' way. Its rows are not kept, so that the next extract finds it changed again. */
const keepAside = (db: Database, run: ImportRun, one: CaseToApply, error: unknown): Promise<void> =>
  inTransaction(db, async (tx) => {
    await saveFindings(tx, { runId: run.id, caseId: one.caseId }, [notTaken(one, error)])
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
