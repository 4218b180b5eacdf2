import { newId } from '../../../activities/newId'
import type { Database } from '../../../prisma/database'

interface Reading {
  readonly what: 'pack' | 'minutes'
  readonly sessionId: string | null
  readonly readerId: string
  readonly commandId: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Writes down that somebody had a paper with names made. */
export const noteRead = (db: Database, { what, sessionId, readerId, commandId, now }: Reading): Promise<number> =>
  db.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${readerId}::uuid, ${`supervision-${what}-read`}, ${commandId}::uuid,
      ${JSON.stringify({ session: sessionId })}::jsonb)`
