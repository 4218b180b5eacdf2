import { hash } from 'node:crypto'
import type { Database } from '../../../prisma/database'

/** Real milliseconds after which somebody who did nothing is signed out, and after which anybody is. */
const IDLE_MS = 60 * 60 * 1000
const LONGEST_MS = 12 * 60 * 60 * 1000
/** How long a session that was ended is remembered as ended: longer than any request takes that was asked with it before. */
const ENDED_MS = 15 * 60 * 1000
/** How exactly the last use is kept: a row is not written at every page. */
const SEEN_EVERY_MS = 60 * 1000

/** What a browser's session holds: the person, a word to say on the next page, and what the libraries keep there. */
export type SessionData = Readonly<Record<string, unknown>> & { readonly personId?: string }

const keyOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')
const at = (ms: number): string => new Date(ms).toISOString()

/** The session of a cookie's secret; undefined for none, one that is over and one that was not used for an hour. `now`: real time. */
export async function readSession(db: Database, secret: string, now: number): Promise<SessionData | undefined> {
  const [row] = await db.$queryRaw<{ data: SessionData; seen_at: Date }[]>`
    select data, seen_at from web_session
    where key = ${keyOf(secret)} and ends_at > ${at(now)}::timestamptz and seen_at > ${at(now - IDLE_MS)}::timestamptz`
  if (row === undefined) return undefined
  if (now - row.seen_at.getTime() > SEEN_EVERY_MS)
    await db.$executeRaw`update web_session set seen_at = ${at(now)}::timestamptz where key = ${keyOf(secret)}`
  return row.data
}

/**
 * Keeps a session as it is now. Whose it is stands in a column of its own, so that all of somebody's can be ended. One that has been ended stays so, whatever a request that was
 * asked before has still to write.
 */
export async function keepSession(db: Database, secret: string, data: SessionData, now: number): Promise<void> {
  await db.$executeRaw`
    insert into web_session (key, person_id, data, seen_at, ends_at)
    values (${keyOf(secret)}, ${data.personId ?? null}::uuid, ${JSON.stringify(data)}::jsonb, ${at(now)}::timestamptz, ${at(now + LONGEST_MS)}::timestamptz)
    on conflict (key) do update set person_id = excluded.person_id, data = excluded.data, seen_at = excluded.seen_at
      where web_session.ends_at > excluded.seen_at`
}

/** Ends a session: its cookie opens nothing any more, and nothing of it is kept but that it has ended. */
export async function endSession(db: Database, secret: string, now: number): Promise<void> {
  await db.$executeRaw`
    update web_session set person_id = null, data = '{}', ends_at = ${at(now)}::timestamptz where key = ${keyOf(secret)}`
}

/** Takes away what is over. Answers how many. */
export const forgetOldSessions = (db: Database, now: number): Promise<number> => db.$executeRaw`
  delete from web_session where ends_at <= ${at(now - ENDED_MS)}::timestamptz or seen_at <= ${at(now - IDLE_MS)}::timestamptz`
