import { londonDay } from '../../../domain/calendar/london'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import type { WrittenPlan } from '../../../domain/safety-plan/writtenPlan'
import type { Database, Transaction } from '../../../prisma/database'

interface Row extends Pick<WrittenPlan, 'id' | 'number' | 'children' | 'replaces'> {
  // It passed its schema when it was written; the database is not asked to prove it again.
  readonly content: PlanDocument
  readonly made_by: string
  readonly made_at: Date
}

/** Every version of a case's written plan, the first one first. */
export async function writtenPlans(tx: Transaction | Database, caseId: string): Promise<readonly WrittenPlan[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id::text, number, children::text[], content, made_by::text, made_at, replaces::text
    from safety_plan_document where case_id = ${caseId}::uuid order by number`
  return rows.map(({ made_by, made_at, ...row }) => ({ ...row, madeBy: made_by, madeOn: londonDay(made_at.getTime()) }))
}
