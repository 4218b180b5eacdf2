import { londonDay } from '../domain/calendar/london'
import type { Database } from '../prisma/database'
import { inTransaction } from '../prisma/inTransaction'
import { readClock } from './clock'
import { digestMessageId } from './mail/messageId'
import { newId } from './newId'
import { noticesForDigest } from './noticesForDigest'
import { planCase } from './planning/planCase'
import type { Rules } from './planning/rulesInForce'

/**
 * One message per person for everything the digest lane holds on this day. Each person is a transaction of its own: nobody is missed
 * because another failed. Cases whose facts are newer than their plan are planned first. Answers the messages written and how many people failed.
 */
export async function writeDigests(db: Database, rules: Rules): Promise<{ messages: string[]; failed: number }> {
  const day = londonDay((await readClock(db)).now).toString()
  const waiting = await inTransaction(db, (tx) => noticesForDigest(tx, day))
  const messages: string[] = []
  let failed = 0
  for (const recipientId of new Set(waiting.map((notice) => notice.recipient_id))) {
    const cases = [
      ...new Set(waiting.filter((notice) => notice.recipient_id === recipientId).map((notice) => notice.case_id)),
    ].sort()
    try {
      const id = await writeDigest(db, rules, recipientId, cases, day)
      if (id !== null) messages.push(id)
    } catch {
      failed += 1 // counted, kept on the round's row, and tried again within the hour
    }
  }
  return { messages, failed }
}

const writeDigest = (
  db: Database,
  rules: Rules,
  recipientId: string,
  cases: readonly string[],
  day: string,
): Promise<string | null> =>
  inTransaction(db, async (tx) => {
    for (const caseId of cases) await planIfStale(tx, rules, caseId)
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
    const claimed = await tx.$executeRaw`
      update notice set message_id = ${messageId}::uuid where id in (
        select id from notice where recipient_id = ${recipientId}::uuid and lane = 'digest' and message_id is null
          and withdrawn_at is null and send_on <= ${day}::date order by id for update)`
    if (claimed > 0) return messageId
    await tx.$executeRaw`delete from message where id = ${messageId}::uuid` // nothing to say: no mail
    return null
  })

async function planIfStale(tx: Parameters<typeof planCase>[0], rules: Rules, caseId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ stale: boolean }[]>`
    select facts_version <> planned_version or rules_version <> ${rules.version} as stale from case_file where id = ${caseId}::uuid for update`
  if (row?.stale === true) await planCase(tx, rules, caseId)
}
