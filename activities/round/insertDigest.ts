import type { Transaction } from '../../prisma/database'
import { readClock } from '../clock'
import { digestMessageId } from '../mail/messageId'
import { newId } from '../newId'

/** One at a time makes a digest for a reader: the round, and what is told later the same day. */
export const lockReader = (tx: Transaction, recipientId: string): Promise<unknown> =>
  tx.$queryRaw`select id from person where id = ${recipientId}::uuid for no key update`

/** Makes the next digest of a reader on `day` (ISO date), still without a word in it. Answers its id. */
export async function insertDigest(tx: Transaction, recipientId: string, day: string): Promise<string> {
  await lockReader(tx, recipientId)
  const { now } = await readClock(tx)
  const messageId = newId(now)
  const part = await tx.$queryRaw<{ count: bigint; mail_domain: string }[]>`
      select (select count(*) from message where recipient_id = ${recipientId}::uuid and lane = 'digest' and day = ${day}::date) as count, mail_domain
      from authority where id = 1`
  const mailId = digestMessageId({
    recipientId,
    day,
    part: Number(part[0]?.count ?? 0n) + 1,
    domain: part[0]?.mail_domain ?? 'invalid',
  })
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
      insert into message (id, mail_id, recipient_id, lane, day, state, created_at, next_moment)
      values (${messageId}::uuid, ${mailId}, ${recipientId}::uuid, 'digest', ${day}::date, 'created', ${moment}::timestamptz, ${moment}::timestamptz)`
  return messageId
}
