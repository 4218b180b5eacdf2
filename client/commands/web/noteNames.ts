import { randomUUID } from 'node:crypto'
import { newId } from '../../../activities/newId'
import type { Database } from '../../../prisma/database'

interface Names {
  readonly actorId: string
  /** The page as contracts.md names it, /search: nothing that was typed. */
  readonly page: string
  /** The cases whose children's names are about to be shown. */
  readonly refs: readonly string[]
  /** The authority's time, epoch milliseconds. */
  readonly now: number
}

/** Writes into the audit on which cases of a list somebody is about to read children's names; nothing where there are none. What cannot be noted is not shown. */
export async function noteNames(db: Database, { actorId, page, refs, now }: Names): Promise<void> {
  const cases = [...new Set(refs)]
  if (cases.length === 0) return
  await db.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, 'view-names', ${randomUUID()}::uuid,
      ${JSON.stringify({ page, refs: cases })}::jsonb)`
}
