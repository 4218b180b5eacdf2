import { newId } from '../../../activities/newId'
import type { Database } from '../../../prisma/database'

interface Printing {
  readonly ref: string
  readonly readerId: string
  readonly commandId: string
  /** Which version. */
  readonly document: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Writes down that somebody had a copy with names made. */
export const notePrinted = (db: Database, { ref, readerId, commandId, document, now }: Printing): Promise<number> =>
  db.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    select ${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${readerId}::uuid, 'safety-plan-printed', id, ${commandId}::uuid,
      ${JSON.stringify({ document })}::jsonb from case_file where ref = ${ref}`
