import type { Database } from '../../../prisma/database'
import type { CaseToApply } from './caseSource'

/** Cases of the work list that nobody has looked ahead at, or that have not been brought up to date. */
export const pendingCases = (
  db: Database,
  runId: string,
  what: 'preview' | 'apply',
  most: number,
): Promise<CaseToApply[]> =>
  what === 'preview'
    ? db.$queryRaw<CaseToApply[]>`
        select case_id as "caseId", source_id as "sourceId", children from import_case
        where run_id = ${runId}::uuid and previewed is null order by case_id limit ${most}`
    : db.$queryRaw<CaseToApply[]>`
        select case_id as "caseId", source_id as "sourceId", children from import_case
        where run_id = ${runId}::uuid and applied_at is null order by case_id limit ${most}`
