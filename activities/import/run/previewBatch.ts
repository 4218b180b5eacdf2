import type { Database } from '../../../prisma/database'
import type { Rules } from '../../planning/rulesInForce'
import { applyPeople } from '../applyPeople'
import type { Staff } from '../staff'
import { applyCase, type CaseToApply } from './applyCase'
import type { ImportRun } from './importRun'
import { previewCase, type CasePreview } from './previewCase'
import { rolledBack } from './rolledBack'

interface Around {
  readonly staff: Staff
  readonly unreadable: ReadonlySet<string>
  readonly rules: Rules
}

/** Does to some cases what the import would do, plans them, and takes all of it back. Answers what it would have been, by case. */
export async function previewBatch(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  { staff, unreadable, rules }: Around,
): Promise<ReadonlyMap<string, CasePreview>> {
  const previews = new Map<string, CasePreview>()
  await rolledBack(db, async (tx) => {
    await applyPeople(tx, staff, run.asAt)
    for (const one of cases) {
      const write = () => applyCase(tx, run, one, { staff, unreadable })
      previews.set(one.caseId, await previewCase(tx, rules, one.caseId, write))
    }
  })
  return previews
}

/** Keeps them, so that the next step goes on behind them. */
export async function keepPreviews(
  db: Database,
  run: ImportRun,
  previews: ReadonlyMap<string, CasePreview>,
): Promise<void> {
  const rows = [...previews].map(([caseId, previewed]) => ({ case_id: caseId, previewed }))
  await db.$executeRaw`
    update import_case c set previewed = p.previewed
    from json_populate_recordset(null::import_case, ${JSON.stringify(rows)}::json) p
    where c.run_id = ${run.id}::uuid and c.case_id = p.case_id`
}
