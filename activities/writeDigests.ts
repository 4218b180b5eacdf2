import { londonDay } from '../domain/calendar/london'
import type { Database, Transaction } from '../prisma/database'
import { inTransaction } from '../prisma/inTransaction'
import { readClock, realNow } from './clock'
import { insertDigest } from './round/insertDigest'
import { failureWords } from './round/failureWords'
import { tellAdministrators } from './round/tellAdministrators'
import { noticesForDigest } from './noticesForDigest'
import { describeFailure } from './planning/askSafely'
import { planEach } from './planning/planEach'
import type { Rules } from './planning/rulesInForce'

interface Written {
  readonly messages: readonly string[]
  /** Why, for each person whose digest could not be written; each is tried again within the hour. */
  readonly failures: readonly string[]
  /** Time was up: ask again, the rest still waits. */
  readonly more: boolean
}

/**
 * One message per person for everything the digest lane holds on this day. Each person, and before that each case whose facts are newer than its plan, is
 * a transaction of its own: nobody is missed, and no lock held, because of another. A case that cannot be planned keeps its notices; its mail says so. What stands to
 * be put right is told to the administrators last, so that it holds what went wrong on the way.
 * `untilReal`: real time, epoch milliseconds, after which no further person is begun.
 */
export async function writeDigests(db: Database, rules: Rules, untilReal: number): Promise<Written> {
  const day = londonDay((await readClock(db)).now).toString()
  const waiting = await inTransaction(db, (tx) => noticesForDigest(tx, day))
  const messages: string[] = []
  const failures: string[] = []
  for (const recipientId of new Set(waiting.map((notice) => notice.recipient_id))) {
    if (realNow() >= untilReal) return { messages, failures, more: true }
    const cases = waiting.filter((notice) => notice.recipient_id === recipientId).map((notice) => notice.case_id)
    try {
      await planEach(db, rules, await stale(db, rules, cases))
      const id = await inTransaction(db, (tx) => writeDigest(tx, recipientId, day))
      if (id !== null) messages.push(id)
    } catch (error) {
      failures.push(describeFailure(error))
    }
  }
  await db.$executeRaw`update process set problem = ${failureWords(failures)} where id = 'round'`
  try {
    messages.push(...(await tellAdministrators(db, day)))
  } catch (error) {
    failures.push(describeFailure(error))
  }
  return { messages, failures, more: false }
}

/** Those whose facts or rules are newer than their plan, by id. */
const stale = async (db: Database, rules: Rules, cases: readonly string[]): Promise<string[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
    select id from case_file where id = any(${[...cases]}::uuid[]) and (facts_version <> planned_version or rules_version <> ${rules.version})
    order by id`
  ).map(({ id }) => id)

async function writeDigest(tx: Transaction, recipientId: string, day: string): Promise<string | null> {
  const messageId = await insertDigest(tx, recipientId, day)
  const claimed = await tx.$executeRaw`
      update notice set message_id = ${messageId}::uuid where id in (
        select id from notice where recipient_id = ${recipientId}::uuid and lane = 'digest' and message_id is null
          and withdrawn_at is null and send_on <= ${day}::date order by id for update)`
  if (claimed > 0) return messageId
  await tx.$executeRaw`delete from message where id = ${messageId}::uuid` // nothing to say: no mail
  return null
}
