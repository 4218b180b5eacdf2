import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { ProcessName } from '../../workflows/protocol'
import { readClock } from '../clock'
import { lockAlertsBehind, openTask, type WhyUndelivered } from '../undelivered/openTask'

type Attempt = {
  readonly messageId: string
  readonly number: number
  readonly detail: string
} & (
  | { readonly outcome: 'sent' | 'refused' | 'unknown' }
  /** Nobody tries again. */
  | { readonly outcome: 'failed'; readonly why: WhyUndelivered }
)

/**
 * Notes one try. `refused` is tried again; `failed` is a task for a person, and the alerts behind it go on to the next reader: they are the answer, to be
 * nudged. A mail that has come back meanwhile stays so, whatever a worker that was paused has still to say.
 */
export const recordAttempt = (db: Database, attempt: Attempt): Promise<readonly ProcessName[]> =>
  inTransaction(db, async (tx) => {
    const { messageId, number, outcome, detail } = attempt
    const alerts = outcome === 'failed' ? await lockAlertsBehind(tx, messageId) : []
    const { now } = await readClock(tx)
    const moment = new Date(now).toISOString()
    await tx.$executeRaw`
      insert into delivery_attempt (message_id, number, at, outcome, detail)
      values (${messageId}::uuid, ${number}, ${moment}::timestamptz, ${outcome}, ${detail}) on conflict do nothing`
    const state = outcome === 'refused' ? 'unsent' : outcome
    await tx.$executeRaw`
      update message set state = ${state}, sent_at = case when ${state} = 'sent' then ${moment}::timestamptz end,
        problem = case when ${state} = 'failed' then ${detail} end
      where id = ${messageId}::uuid and state <> 'bounced'`
    if (outcome === 'failed') await openTask(tx, alerts, { messageId, why: attempt.why, detail, now })
    return alerts.map((id) => ({ type: 'stalledPlanEscalation', id }))
  })
