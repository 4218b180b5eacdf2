import type { Database, Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock } from '../../clock'
import { realNow } from '../../realNow'
import type { CaseSource, CaseToApply } from './caseSource'
import type { ImportRun } from './importRun'
import { isOfTheCase, notTaken } from './ofTheCase'
import { saveFindings } from './saveFindings'

/** Cases brought up to date at the same time: one is worked out while the database writes the other. They share no row. */
const LANES = 2

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
  const touched = new Map<CaseToApply, string>()
  const until = realNow() + ENOUGH_MS
  const left = cases.entries()
  const lane = async (): Promise<void> => {
    for (const [index, one] of left) {
      if (index > 0 && realNow() >= until) return
      try {
        const caseId = await applyOne(db, run, one, source)
        if (caseId !== null) touched.set(one, caseId)
      } catch (error) {
        if (!isOfTheCase(error)) throw error
        await keepAside(db, run, one, { source, error })
      }
    }
  }
  await everyLane(Array.from({ length: LANES }, lane))
  return cases.flatMap((one) => touched.get(one) ?? [])
}

/** Waits for all, also when one fails: none goes on behind the caller's back. */
async function everyLane(lanes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/** Answers the case when anything was written. */
const applyOne = (db: Database, run: ImportRun, one: CaseToApply, source: CaseSource): Promise<string | null> =>
  inTransaction(db, async (tx) => {
    const result = await source.apply(tx, one)
    if (result === null) return null
    const newFacts = result.added + result.changed + result.takenBack
    await setApplied(tx, run, one, { newFacts, now: result.now })
    if (result.findings.length > 0) await saveFindings(tx, { runId: run.id, caseId: one.caseId }, result.findings)
    return result.touched ? result.caseId : null
  })

interface Aside {
  readonly source: CaseSource
  readonly error: unknown
}

/** A case that cannot be taken is not in the others' way. Its rows are not kept, so that the next import finds it changed again. */
const keepAside = (db: Database, run: ImportRun, one: CaseToApply, { source, error }: Aside): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { now } = await readClock(tx)
    await setApplied(tx, run, one, { newFacts: 0, now })
    await saveFindings(tx, { runId: run.id, caseId: one.caseId }, [notTaken(source.file, one, error)])
    await tx.$executeRaw`
      update import_case set not_taken = true where run_id = ${run.id}::uuid and case_id = ${one.caseId}::uuid`
  })

/** Notes that a case is up to date, and forgets what was found when it was looked ahead at. */
async function setApplied(
  tx: Transaction,
  run: ImportRun,
  { caseId }: CaseToApply,
  { newFacts, now }: { readonly newFacts: number; readonly now: number },
): Promise<void> {
  await tx.$executeRaw`
    with forgotten as (delete from import_finding where run_id = ${run.id}::uuid and case_id = ${caseId}::uuid)
    update import_case set applied_at = ${new Date(now).toISOString()}::timestamptz, new_facts = ${newFacts}
    where run_id = ${run.id}::uuid and case_id = ${caseId}::uuid`
}
