import type { Transaction } from '../../../prisma/database'
import { ownCase } from '../census/censusFamily'
import type { Recorded } from '../reconcile/recorded'

/**
 * Events of a case that a census told and the live extract took over, and about whose child another census has been taken since. Where that
 * still says otherwise its own findings say so; what the older one said is nobody's word any more.
 */
export async function retoldEvents(
  tx: Transaction,
  caseId: string,
  recorded: readonly Recorded[],
): Promise<ReadonlySet<string>> {
  if (!recorded.some(({ source }) => source?.system === 'census')) return new Set()
  const children = await tx.$queryRaw<{ id: string; sourceId: string }[]>`
    select id, source_id as "sourceId" from child where case_id = ${caseId}::uuid and source_id is not null`
  const lines = children.map(({ id, sourceId }) => ({ child: id, case_id: ownCase(sourceId).id }))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct told.id from chronology_event told
    join chronology_event since on since.case_id = told.case_id and since.supersedes = told.id and since.source_system = 'ssd'
    join json_to_recordset(${JSON.stringify(lines)}::json) as line (child uuid, case_id uuid) on line.child = any(told.children)
    join import_run run on run.source = 'census' and run.state = 'done'
    join import_case c on c.run_id = run.id and c.case_id = line.case_id and c.applied_at > since.recorded_at and not c.not_taken
    where told.case_id = ${caseId}::uuid and told.source_system = 'census'`
  return new Set(rows.map(({ id }) => id))
}
