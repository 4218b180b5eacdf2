import type { Database } from '../../../prisma/database'

/** What a form was opened for. */
export interface DueOnCase {
  readonly rule: string
  readonly title: string
  readonly due_on: string
  /** Ids of the children it is due for, with the siblings who share the day; that of no child where it is the case's. */
  readonly subjects: readonly string[]
}

/** Something open on a case by its id, with all who share rule and day; undefined where the case has none. */
export async function dueOnCase(db: Database, caseId: string, obligationId: string): Promise<DueOnCase | undefined> {
  const [row] = await db.$queryRaw<DueOnCase[]>`
    select o.rule, o.title, o.due_on::text, array_agg(s.subject) as subjects from obligation o
      join obligation s on s.case_id = o.case_id and s.rule = o.rule and s.due_on = o.due_on and s.state = 'open'
    where o.case_id = ${caseId}::uuid and o.id::text = ${obligationId} group by o.id`
  return row
}
