import { hash, timingSafeEqual } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { feed, type FeedEvent } from '../../../activities/ical/feed'
import { sessionUid } from '../../../activities/ical/sessionUid'
import { repliesAddress } from '../../../activities/mail/supervision/composeInvitation'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type { Database } from '../../../prisma/database'

const NAME = 'Group supervision'
const DAYS_BACK = 31
const MONTHS_AHEAD = 12
const CANCELLED_DAYS_AHEAD = 60

/**
 * The calendar of whoever this secret was made for, text/calendar as it is now; undefined for a secret nobody has, one that was revoked, and one of somebody who has left by the authority's
 * day in London. Asked anew at every fetch. Team, time and room: no case, no child, nobody else.
 */
export async function feedFor(db: Database, secret: string): Promise<string | undefined> {
  const { now } = await readClock(db)
  const today = londonDay(now)
  const reader = await readerOf(db, secret, today)
  if (reader === undefined) return undefined
  const organizer = { name: NAME, address: repliesAddress(reader.mail_domain) }
  return feed({ name: NAME, stampedAt: now, events: await feedEvents(db, reader, today), organizer })
}

interface Reader {
  readonly person_id: string
  readonly mail_domain: string
}

const NO_HASH = Buffer.alloc(32)

/** Whose secret this is. One that is too short, too long or unknown costs the same work as one that is known. */
async function readerOf(db: Database, secret: string, today: LocalDate): Promise<Reader | undefined> {
  const hashed = hash('sha256', secret, 'buffer')
  const [row] = await db.$queryRaw<(Reader & { readonly hash: Uint8Array })[]>`
    select f.hash, f.person_id::text, au.mail_domain from feed_token f join person p on p.id = f.person_id cross join authority au
    where f.hash = ${hashed} and f.revoked_at is null and (p.left_on is null or p.left_on > ${today.toString()}::date)`
  return timingSafeEqual(row?.hash ?? NO_HASH, hashed) ? row : undefined
}

interface Row {
  readonly id: string
  readonly on: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly cancelled: boolean
  readonly revision: number
  readonly team: string
}

/** What somebody is invited to now: from 31 days ago to a year ahead, and what has been cancelled of the next 60 days. */
async function feedEvents(
  db: Database,
  { person_id, mail_domain }: Reader,
  today: LocalDate,
): Promise<readonly FeedEvent[]> {
  const day = today.toString()
  const rows = await db.$queryRaw<Row[]>`
    select s.id::text, s.on_day::text as on, s.at, s.minutes, s.room, s.state = 'cancelled' as cancelled, s.revision, t.name as team
    from attendance a join session s on s.id = a.session_id join team t on t.id = s.team_id
    where a.person_id = ${person_id}::uuid and a.uninvited_on is null and (
      (s.state in ('planned', 'held') and s.on_day between ${today.minusDays(DAYS_BACK).toString()}::date and ${today.plusMonths(MONTHS_AHEAD).toString()}::date)
      or (s.state = 'cancelled' and s.on_day between ${day}::date and ${today.plusDays(CANCELLED_DAYS_AHEAD).toString()}::date))
    order by s.on_day, s.at, s.id`
  return rows.map(({ id, on, revision, team, room, at, minutes, cancelled }) => ({
    ...{ uid: sessionUid(id, mail_domain), sequence: revision, on: isoDay(on), at, minutes, cancelled },
    ...{ summary: `Group supervision, ${team}`, location: room, description: '' },
  }))
}
