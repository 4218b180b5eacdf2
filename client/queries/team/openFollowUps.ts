import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Reader } from '../reading/loadReader'
import { casesOf, type Teams } from './teamScope'

/** A follow-up that somebody has been asked and nobody has answered. ISO dates. */
export interface OpenFollowUp {
  readonly id: string
  readonly obligation_id: string
  readonly ref: string
  readonly team: string | null
  readonly child: string
  readonly title: string
  readonly counted_from: string
  readonly due_on: string
  readonly asked_on: string
}

/** Those that were asked are few among all that lie ahead: found by their notices first, as an array asked for once, so that nobody reads every open obligation. */
const open = (reader: Reader, teams: Teams): Prisma.Sql => Prisma.sql`
  select u.id, u.obligation_id, c.ref, t.name as team, k.forename as child, o.title, o.trigger_on as counted_from, o.due_on,
    (select min(n.send_on) from notice n where n.obligation_id = o.id and n.withdrawn_at is null) as asked_on
  from obligation o join follow_up u on u.obligation_id = o.id join case_file c on c.id = u.case_id
    join child k on k.case_id = c.id and k.id::text = o.subject left join team t on t.id = c.team_id
  where o.state = 'open' and o.id = any(array(
    select n.obligation_id from follow_up u join case_file c on c.id = u.case_id join notice n on n.obligation_id = u.obligation_id
    where n.withdrawn_at is null and ${casesOf(reader, teams)}))`

/** Those of one page, the longest due first. */
export const openFollowUps = async (
  db: Database,
  reader: Reader,
  { teams, offset, most }: { readonly teams: Teams; readonly offset: number; readonly most: number },
): Promise<readonly OpenFollowUp[]> =>
  (
    await rowsOf<{ rows: OpenFollowUp }>(db, {
      rows: Prisma.sql`
        select * from (${open(reader, teams)}) f order by f.due_on, f.ref, f.child, f.id limit ${most} offset ${offset}`,
    })
  ).rows

export const followUpCount = async (db: Database, reader: Reader, teams: Teams): Promise<number> =>
  (
    await rowsOf<{ rows: { readonly count: number } }>(db, {
      rows: Prisma.sql`select count(*)::int as count from (${open(reader, teams)}) f`,
    })
  ).rows[0]?.count ?? 0
