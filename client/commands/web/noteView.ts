import { randomUUID } from 'node:crypto'
import { newId } from '../../../activities/newId'
import type { Database } from '../../../prisma/database'

interface View {
  readonly caseId: string
  readonly actorId: string
  /** The page as contracts.md names it, /cases/:ref/chronology: no reference, no name. */
  readonly page: string
  /** The authority's time, epoch milliseconds. */
  readonly now: number
}

/** Writes into the audit that somebody looked at a case, before they see it: a page that cannot be noted is not shown. */
export async function noteView(db: Database, { caseId, actorId, page, now }: View): Promise<void> {
  await db.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, 'view-case', ${caseId}::uuid, ${randomUUID()}::uuid,
      ${JSON.stringify({ page })}::jsonb)`
}
