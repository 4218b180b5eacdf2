import type { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import { mondayOf } from '../../domain/calendar/workingWeek'
import type { Database, Transaction } from '../../prisma/database'

interface Digest {
  readonly messageId: string
  readonly readerId: string
  readonly today: LocalDate
}

/**
 * Whether this digest is the one of its week that repeats what is still late: none has left to its reader this week, and no newer one waits, which would say
 * it. Once a week, never daily, also where digests of several weeks were held.
 */
export async function repeatsStillLate(
  tx: Transaction | Database,
  { messageId, readerId, today }: Digest,
): Promise<boolean> {
  const monday = mondayOf(today)
  const [row] = await tx.$queryRaw<{ repeats: boolean }[]>`
    select not exists (select from message other where other.recipient_id = m.recipient_id and other.lane = 'digest' and other.id <> m.id and (
      (other.state in ('sending', 'sent', 'unknown', 'failed') and case when other.sent_at is null then other.day >= ${monday.toString()}::date
        else other.sent_at >= ${new Date(londonMoment(monday, 0)).toISOString()}::timestamptz end)
      or (other.state in ('created', 'unsent') and (other.day, other.created_at, other.id) > (m.day, m.created_at, m.id)))) as repeats
    from message m where m.id = ${messageId}::uuid and m.recipient_id = ${readerId}::uuid`
  return row?.repeats === true
}

/** Whether another digest of this reader still waits to leave: it will say what is still late. */
export async function anotherWaits(
  tx: Transaction,
  { messageId, readerId }: Pick<Digest, 'messageId' | 'readerId'>,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from message where recipient_id = ${readerId}::uuid and lane = 'digest' and id <> ${messageId}::uuid and state in ('created', 'unsent') limit 1`
  return rows.length > 0
}
