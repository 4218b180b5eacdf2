import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../domain/calendar/london'
import { firstWorkingDayOfWeek } from '../domain/calendar/workingWeek'
import type { Database, Transaction } from '../prisma/database'
import { inTransaction } from '../prisma/inTransaction'
import { readClock } from './clock'
import { realNow } from './realNow'
import { digestReaders, type DigestReader } from './digestReaders'
import { insertDigest } from './round/insertDigest'
import { insertWeekly } from './round/insertWeekly'
import { anotherWaits, repeatsStillLate } from './mail/repeatsStillLate'
import { stillLate } from './mail/stillLate'
import { describeFailure } from './planning/askSafely'
import { planEach } from './planning/planEach'
import type { Rules } from './planning/rules'
import type { RulesInForce } from './planning/rulesInForce'
import { weeklyReaders } from './weeklyReaders'

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
  /** The Monday of the week that is told today beside the day: what is still late, and to managers what is open; null on every other day. */
  readonly week?: LocalDate | null
  /** Real time, epoch milliseconds, after which no further person is begun; the first always is. */
  readonly untilReal: number
}

/**
 * One message per person for everything the digest lane holds on this day. Each person, and before that each case whose facts are newer than its plan, is
 * a transaction of its own: nobody is missed, and no lock held, because of another. A case that cannot be planned keeps its notices; its mail says so.
 * A piece goes on after the last reader of the one before, whatever became of that reader: one whose notices stay locked is in nobody's way.
 */
export async function writeDigests(
  db: Database,
  rules: RulesInForce,
  { after, week = null, untilReal }: Piece,
): Promise<Written> {
  const today = londonDay((await readClock(db)).now)
  const firstDay = firstWorkingDayOfWeek(today, (await rules(db, today)).calendar)
  const messages: string[] = []
  const failures: string[] = []
  let last: string | undefined
  for await (const { id: recipientId, cases } of readersFrom(db, { day: today.toString(), firstDay, week, after })) {
    if (last !== undefined && realNow() >= untilReal) return { messages, failures, after: last }
    last = recipientId
    try {
      const known = await rules(db, today)
      const unclear = await planEach(db, rules, await stale(db, known.version, cases))
      const reader: Reader = { recipientId, today, firstDay, week, rules: known, unclear }
      for (const write of [writeDigest, ...(week === null ? [] : [writeWeekly])]) {
        const id = await inTransaction(db, (tx) => write(tx, reader))
        if (id !== null) messages.push(id)
      }
    } catch (error) {
      failures.push(describeFailure(error))
    }
  }
  return { messages, failures }
}

interface Readers {
  /** ISO date. */
  readonly day: string
  readonly firstDay: LocalDate
  readonly week: LocalDate | null
  readonly after: string | undefined
}

/** Every reader after this one, a page at a time. */
async function* readersFrom(db: Database, { day, firstDay, week, after }: Readers): AsyncGenerator<DigestReader> {
  for (let place = after; ;) {
    const page =
      week === null ? await digestReaders(db, day, place) : await weeklyReaders(db, { day, firstDay, after: place })
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

interface Reader {
  readonly recipientId: string
  readonly today: LocalDate
  /** The first working day of this week. */
  readonly firstDay: LocalDate
  readonly week: LocalDate | null
  readonly rules: Rules
  /** Cases of theirs that could not be planned. */
  readonly unclear: ReadonlyMap<string, unknown>
}

async function writeDigest(tx: Transaction, reader: Reader): Promise<string | null> {
  const { recipientId, today } = reader
  const day = today.toString()
  const messageId = await insertDigest(tx, recipientId, day)
  const claimed = await tx.$executeRaw`
      update notice set message_id = ${messageId}::uuid where id in (
        select id from notice where recipient_id = ${recipientId}::uuid and lane = 'digest' and message_id is null
          and withdrawn_at is null and send_on <= ${day}::date order by id for update)`
  const ofSessions = await tx.$executeRaw`
      update supervision_notice set message_id = ${messageId}::uuid where id in (
        select id from supervision_notice where recipient_id = ${recipientId}::uuid and lane = 'digest' and message_id is null
          and withdrawn_at is null and send_on <= ${day}::date order by id for update)`
  if (claimed > 0 || ofSessions > 0 || (await repeats(tx, reader, messageId))) return messageId
  await tx.$executeRaw`delete from message where id = ${messageId}::uuid` // nothing to say: no mail
  return null
}

/** Whether the digest has something to say of what is still late, though nothing is new. */
async function repeats(tx: Transaction, reader: Reader, messageId: string): Promise<boolean> {
  const { recipientId: readerId, today, firstDay, week, rules, unclear } = reader
  if (week === null || (await anotherWaits(tx, { messageId, readerId }))) return false
  if (!(await repeatsStillLate(tx, { messageId, readerId, today }))) return false
  const late = await stillLate(tx, { readerId, messageId, firstDay, version: rules.version, unclear, today })
  return late.length > 0
}

const writeWeekly = (tx: Transaction, { recipientId, week, today, rules }: Reader): Promise<string | null> =>
  week === null ? Promise.resolve(null) : insertWeekly(tx, recipientId, { week, today, rules })
