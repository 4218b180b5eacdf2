import type { Database } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock } from '../../clock'
import { applyCase } from './applyCase'
import type { Around, CaseToApply } from './compareCase'
import type { ImportRun } from './importRun'
import { saveFindings } from './saveFindings'
import { keepRowsOfChildren } from './snapshot'

/** Brings some cases up to date, each in a transaction of its own with its findings and the rows it came from. Answers those whose clock has to look. */
export async function applyBatch(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  around: Around,
): Promise<readonly string[]> {
  const touched: string[] = []
  for (const one of cases) {
    const applied = await inTransaction(db, async (tx) => {
      const result = await applyCase(tx, run, one, around)
      await saveFindings(tx, { runId: run.id, caseId: one.caseId }, result.findings)
      await keepRowsOfChildren(tx, run, one.children)
      const { now } = await readClock(tx)
      await tx.$executeRaw`
        update import_case set applied_at = ${new Date(now).toISOString()}::timestamptz, new_facts = ${result.added + result.changed + result.takenBack}
        where run_id = ${run.id}::uuid and case_id = ${one.caseId}::uuid`
      return result
    })
    if (applied.touched) touched.push(one.caseId)
  }
  return touched
}
