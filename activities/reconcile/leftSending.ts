import type { Database } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'
import { realNow } from '../realNow'

const TOO_LONG_MS = 2 * 60 * 1000

/** Messages that a worker left in `sending`: nobody knows whether the mail server took them. Each is tried once more under the same Message-ID. */
export async function leftSending(db: Database): Promise<ProcessName[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    update message set state = 'unknown' where id in (
      select id from message where state = 'sending' and last_try_at <= ${new Date(realNow() - TOO_LONG_MS).toISOString()}::timestamptz
      order by id for update)
    returning id`
  return rows.map(({ id }) => ({ type: 'delivery', id }))
}
