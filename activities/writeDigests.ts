import { londonDay } from '../domain/calendar/london'
import type { Database, Transaction } from '../prisma/database'
import { inTransaction } from '../prisma/inTransaction'
import { readClock } from './clock'
import { realNow } from './realNow'
import { digestReaders, type DigestReader } from './digestReaders'
import { insertDigest } from './round/insertDigest'
import { describeFailure } from './planning/askSafely'
import { planEach } from './planning/planEach'
import type { RulesInForce } from './planning/rulesInForce'

interface Written {
  readonly messages: readonly string[]
  /** Why, for each person whose digest could not be written; each is tried again within the hour. */
  readonly failures: readonly string[]
  /** Time was up after this reader: go on from there, the rest still waits. */
  readonly after?: string
}

/** Where to begin, and when to stop. */
interface Piece {
  /** The reader with whom the piece before ended; from the first one when missing. */
  readonly after?: string | undefined
  /** Real time, epoch milliseconds, after which no further person is begun; the first always is. */
  readonly untilReal: number
}

/**
 * One message per person for everything the digest lane holds on this day. Each person, and before that each case whose facts are newer than its plan, is
 * a transaction of its own: nobody is missed, and no lock held, because of another. A case that cannot be planned keeps its notices; its mail says so.
 * A piece goes on after the last reader of the one before, whatever became of that reader: one whose notices stay locked is in nobody's way.
 */
export async function writeDigests(db: Database, rules: RulesInForce, { after, untilReal }: Piece): Promise<Written> {
  const today = londonDay((await readClock(db)).now)
  const day = today.toString()
  const messages: string[] = []
  const failures: string[] = []
  let last: string | undefined
  for await (const { id: recipientId, cases } of readersFrom(db, day, after)) {
    if (last !== undefined && realNow() >= untilReal) return { messages, failures, after: last }
    last = recipientId
    try {
      const { version } = await rules(db, today)
      await planEach(db, rules, await stale(db, version, cases))
      const id = await inTransaction(db, (tx) => writeDigest(tx, recipientId, day))
      if (id !== null) messages.push(id)
    } catch (error) {
      failures.push(describeFailure(error))
    }
  }
  return { messages, failures }
}

/** Every reader after this one, a page at a time. */
async function* readersFrom(db: Database, day: string, after: string | undefined): AsyncGenerator<DigestReader> {
  for (let place = after; ;) {
    const page = await digestReaders(db, day, place)
    yield* page
    place = page.at(-1)?.id
    if (place === undefined) return
  }
}

/** Those whose facts or rules are newer than their plan, by id. */
const stale = async (db: Database, version: string, cases: readonly string[]): Promise<string[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
    select id from case_file where id = any(${[...cases]}::uuid[]) and (facts_version <> planned_version or rules_version <> ${version})
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
