import type { Transaction } from '../../prisma/database'

/** Takes back what people answered about sessions whose day or time has changed: who could come on Tuesday may not on Thursday, and an absence was approved for that day. */
export const askAnew = (tx: Transaction, sessionIds: readonly string[]): Promise<number> => tx.$executeRaw`
  update attendance set reply = null, replied_on = null, reply_how = null, reply_revision = null, reply_stamped_at = null, exception_reason = null, cover_id = null,
    exception_asked_on = null, decided_by = null, decided_on = null, approved = null where session_id = any(${[...sessionIds]}::uuid[])`
