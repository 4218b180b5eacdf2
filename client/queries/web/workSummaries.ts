import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** A summary that the worker of a case still has to write, or to write anew, for a session that is planned. */
export interface WorkSummary {
  readonly session: string
  readonly ref: string
  readonly team: string
  readonly on_day: string
  readonly at: string
  readonly placed_on: string
  readonly held_by: string | null
  /** What a manager who read it asked for. */
  readonly asked: string | null
}

/** Summaries to write for sessions from today to so many days ahead, the soonest first: not written, or read by a manager who asked for more. */
export const workSummaries = (db: Database, reader: Reader, within: number): Promise<WorkSummary[]> =>
  db.$queryRaw<WorkSummary[]>`
    with held as (
      select h.case_id, string_agg(distinct p.name, ' and ') as names, bool_or(h.person_id = ${reader.id}::uuid) as own
      from case_holder h join person p on p.id = h.person_id
      where h.role = 'allocated-worker' and h.person_id = any(${[...reader.holderIds]}::uuid[]) group by h.case_id)
    select s.id::text as session, c.ref, t.name as team, s.on_day::text, s.at, x.placed_on::text, case when not h.own then h.names end as held_by,
      nullif(y.review_words, '') as asked
    from held h join session_case x on x.case_id = h.case_id join session s on s.id = x.session_id join team t on t.id = s.team_id
      join case_file c on c.id = h.case_id left join summary y on y.session_id = s.id and y.case_id = c.id
    where s.state = 'planned' and s.on_day between ${reader.day.toString()}::date and ${reader.day.plusDays(within).toString()}::date
      and (y.case_id is null or y.review_words <> '') and ${readableCases(reader)}
    order by s.on_day, s.at, c.ref`
