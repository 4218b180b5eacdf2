import { mayOpenNow } from '../../../activities/people/mayReadNow'
import type { KeptRemedy } from '../../../activities/supervision/keptRemedy'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'

/** A session as the diary shows it. */
export interface DiaryLine {
  readonly id: string
  /** ISO date. */
  readonly on: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly state: 'planned' | 'cancelled' | 'held' | 'not-held'
  readonly why: string | null
  readonly capacity: number
  readonly placed: number
  /** How many of these the reader may not open; missing where nobody in particular reads. */
  readonly closed?: number
  /** Invitations that nobody has answered yet, and people who will not come. */
  readonly unanswered: number
  readonly declined: number
}

export interface ChangeLine {
  readonly ref: string
  readonly change: 'joined' | 'moved' | 'left'
  readonly from_day: string | null
  readonly to_day: string | null
  readonly why: string
}

export interface GapLine {
  readonly ref: string
  readonly month: string
  readonly why: string
}

type Asks = Pick<Database, '$queryRaw'>

interface Diary {
  readonly teamId: string
  /** ISO date: the first day. */
  readonly from: string
  readonly reader?: Reader
}

/** The sessions of a team from a day on, in order of time. */
export const diaryOf = (db: Asks, { teamId, from, reader }: Diary): Promise<DiaryLine[]> => {
  const closed =
    reader === undefined
      ? Prisma.empty
      : Prisma.sql`(select count(*)::int from session_case c where c.session_id = s.id and not ${mayOpenNow(reader.id, Prisma.sql`c.case_id`, reader.day.toString())}) as closed,`
  return db.$queryRaw<DiaryLine[]>`
    select s.id::text, s.on_day::text as on, s.at, s.minutes, s.room, s.state, s.state_why as why, s.capacity,
      (select count(*)::int from session_case c where c.session_id = s.id) as placed, ${closed}
      (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply is null) as unanswered,
      (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply = 'declined') as declined
    from session s where s.team_id = ${teamId}::uuid and s.on_day >= ${from}::date order by s.on_day, s.at, s.id`
}

/** Cases without a place from a month on (`2026-03`). `where`: a condition on `case_file c`. */
export const gapsFrom = (
  db: Asks,
  {
    teamId,
    month,
    where = Prisma.sql`true`,
  }: { readonly teamId: string; readonly month: string; readonly where?: Prisma.Sql },
): Promise<(GapLine & { readonly remedy: KeptRemedy | null })[]> => db.$queryRaw`
  select c.ref, g.month, g.why, g.remedy from supervision_gap g join case_file c on c.id = g.case_id
  where g.team_id = ${teamId}::uuid and g.closed_at is null and g.month >= ${month} and ${where} order by g.month, c.ref`

/** What became otherwise in a year after a moment (epoch milliseconds), in the order in which it did. `where`: a condition on `case_file c`. */
export const changesSince = (
  db: Asks,
  {
    teamId,
    since,
    where = Prisma.sql`true`,
  }: { readonly teamId: string; readonly since: number; readonly where?: Prisma.Sql },
): Promise<ChangeLine[]> => db.$queryRaw<ChangeLine[]>`
  select c.ref, x.change, x.from_day::text, x.to_day::text, x.why from supervision_change x join case_file c on c.id = x.case_id
  where x.team_id = ${teamId}::uuid and x.at >= ${new Date(since).toISOString()}::timestamptz and ${where} order by x.at, x.month, c.ref, x.id`
