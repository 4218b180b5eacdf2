import { mayOpenNow } from '../../../activities/people/mayReadNow'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

/** The next days somebody is away. ISO dates; `to_on` null: until it is ended. */
export interface NextLeave {
  readonly person_id: string
  readonly from_on: string
  readonly to_on: string | null
  readonly cover: string | null
}

/** A summary that a worker has written and nobody has reviewed yet. */
export interface SummaryToReview {
  readonly session_id: string
  readonly ref: string
  readonly on_day: string
  readonly writer: string
}

/** The next session of a team that is planned. */
export interface NextSession {
  readonly id: string
  readonly on_day: string
  readonly at: string
  readonly capacity: number
  /** Places that are taken, and those by cases the reader may not open. */
  readonly placed: number
  readonly closed: number
  readonly unanswered: number
}

export interface TeamDiary {
  readonly leave: readonly NextLeave[]
  readonly summaries: readonly SummaryToReview[]
  readonly sessions: readonly NextSession[]
}

/** What comes for a team: who is away next, which summaries wait for their review, and the next session of group supervision. */
export function teamDiary(db: Database, reader: Reader, teamId: string): Promise<TeamDiary> {
  const today = Prisma.sql`${reader.day.toString()}::date`
  return rowsOf<{ leave: NextLeave; summaries: SummaryToReview; sessions: NextSession }>(db, {
    leave: Prisma.sql`
      select distinct on (v.person_id) v.person_id, v.from_on, v.to_on, p.name as cover from cover v left join person p on p.id = v.cover_id
      where v.ended_at is null and (v.to_on is null or v.to_on >= ${today}) order by v.person_id, v.from_on, v.id`,
    summaries: Prisma.sql`
      select s.session_id, c.ref, x.on_day, p.name as writer from summary s join session x on x.id = s.session_id join case_file c on c.id = s.case_id
        join session_case y on y.session_id = s.session_id and y.case_id = s.case_id join person p on p.id = s.written_by
      where x.team_id = ${teamId}::uuid and x.state = 'planned' and x.on_day >= ${today} and s.reviewed_at is null and ${readableCases(reader)}
      order by x.on_day, c.ref`,
    sessions: Prisma.sql`
      select s.id, s.on_day, s.at, s.capacity,
        (select count(*)::int from session_case y where y.session_id = s.id) as placed,
        (select count(*)::int from session_case y where y.session_id = s.id and not ${mayOpenNow(reader.id, Prisma.sql`y.case_id`, reader.day.toString())}) as closed,
        (select count(*)::int from attendance a where a.session_id = s.id and a.uninvited_on is null and a.reply is null) as unanswered
      from session s where s.team_id = ${teamId}::uuid and s.state = 'planned' and s.on_day >= ${today} order by s.on_day, s.at limit 1`,
  })
}
