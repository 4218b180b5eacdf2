import type { Transaction } from '../../prisma/database'

export interface CaseRow {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly open: boolean
  readonly live_since: string | null
  readonly facts_version: number
  readonly planned_version: number
  readonly rules_version: string
  readonly next_moment: Date | null
  /** What its source gave, where facts recorded since say otherwise. */
  readonly given: { readonly team?: string | null; readonly open?: boolean } | null
}

/** Locks the row of one case for this transaction. Undefined when there is none (a restored backup). Several cases: by id, one after the other. */
export async function lockCase(tx: Transaction, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await tx.$queryRaw<CaseRow[]>`
    select id, ref, team_id, open, live_since::text, facts_version, planned_version, rules_version, next_moment, given
    from case_file where id = ${caseId}::uuid for update`
  return row
}
