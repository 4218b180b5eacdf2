import type { Database, Transaction } from '../../../prisma/database'
import type { Finding } from '../finding'
import { fewOfAKind, MOST_OF_A_KIND, type FewOfAKind } from '../fewOfAKind'

/** What findings belong to: a case, or the reading of one file, or the run as a whole. What was kept under the same is replaced. */
export type Keeping =
  | { readonly runId: string; readonly caseId: string }
  | { readonly runId: string; readonly reading: string }
  | { readonly runId: string; readonly caseId: null }

const AT_ONCE = 1_000

/** Keeps findings, once however often it is done. */
export async function saveFindings(
  db: Database | Transaction,
  keeping: Keeping,
  findings: readonly Finding[],
): Promise<void> {
  const few = fewOfAKind(MOST_OF_A_KIND)
  for (const finding of findings) few.found(finding)
  await saveFewFindings(db, keeping, few)
}

/** The same for what was counted while it was found. */
export async function saveFewFindings(db: Database | Transaction, keeping: Keeping, few: FewOfAKind): Promise<void> {
  const { runId } = keeping
  const caseId = 'caseId' in keeping ? keeping.caseId : null
  const reading = 'reading' in keeping ? keeping.reading : null
  // Apart, because an index answers `=` and `is null`, and no `is not distinct from`.
  if (caseId === null)
    await db.$executeRaw`
      delete from import_finding where run_id = ${runId}::uuid and case_id is null and reading is not distinct from ${reading}`
  else await db.$executeRaw`delete from import_finding where run_id = ${runId}::uuid and case_id = ${caseId}::uuid`
  const kept = few.all()
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    const some = kept.slice(from, from + AT_ONCE)
    await db.$executeRaw`
      insert into import_finding (run_id, number, file, line, record, field, problem, taken, kind, case_id, reading)
      select ${runId}::uuid, nextval('import_finding_number'), f.file, f.line, f.record, f.field, f.problem, f.taken, f.kind,
        ${caseId}::uuid, ${reading}
      from json_populate_recordset(null::import_finding, ${JSON.stringify(some)}::json) f`
  }
}
