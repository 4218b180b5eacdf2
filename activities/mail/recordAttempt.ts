import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { readClock } from '../clock'

interface Attempt {
  readonly messageId: string
  readonly number: number
  readonly outcome: 'sent' | 'refused' | 'unknown' | 'failed'
  readonly detail: string
}

/** Notes one try. `refused` is tried again; `failed` waits for a person, who sees it on the message. */
export const recordAttempt = (db: Database, { messageId, number, outcome, detail }: Attempt): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { now } = await readClock(tx)
    const moment = new Date(now).toISOString()
    await tx.$executeRaw`
      insert into delivery_attempt (message_id, number, at, outcome, detail)
      values (${messageId}::uuid, ${number}, ${moment}::timestamptz, ${outcome}, ${detail}) on conflict do nothing`
    const state = outcome === 'refused' ? 'unsent' : outcome
    await tx.$executeRaw`
      update message set state = ${state}, sent_at = case when ${state} = 'sent' then ${moment}::timestamptz end,
        problem = case when ${state} = 'failed' then ${detail} end where id = ${messageId}::uuid`
  })
