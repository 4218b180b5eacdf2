import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Reader } from '../reading/loadReader'
import { casesOf, type Teams } from './teamScope'

/** How a matter of a team stands: late, due in the seven days from today, or held up (drift was found). */
export type MatterStanding = 'late' | 'due-week' | 'held-up'

/** Something due or found on a case: siblings who share rule and day are one. */
export interface MatterRow {
  readonly id: string
  readonly case_id: string
  readonly ref: string
  readonly team_id: string | null
  readonly title: string
  /** ISO date. */
  readonly due_on: string
  readonly booked_for: string | null
  readonly standing: MatterStanding
  readonly children: number
  /** Who holds a child it is about, by id; of a matter of the whole case whoever holds any of its children. */
  readonly people: readonly string[]
}

const matters = (reader: Reader, teams: Teams): Prisma.Sql => {
  const today = Prisma.sql`${reader.day.toString()}::date`
  return Prisma.sql`
    select min(o.id::text) as id, c.id as case_id, c.ref, c.team_id, o.title, o.due_on, min(o.booked_for) as booked_for,
      case when o.kind = 'stall' then 'held-up' when o.due_on < ${today} then 'late' else 'due-week' end as standing,
      count(distinct o.subject)::int as children, array_agg(distinct o.subject) as subjects
    from obligation o join case_file c on c.id = o.case_id
    where o.state = 'open' and o.due_on <= ${today} + 6 and (o.kind = 'obligation' or o.due_on <= ${today}) and ${casesOf(reader, teams)}
    group by c.id, c.ref, c.team_id, o.rule, o.title, o.due_on, o.kind`
}

export interface MattersAsked {
  readonly teams: Teams
  /** Missing: of all three. */
  readonly standing?: MatterStanding
  /** Of this person's children alone. */
  readonly personId?: string | undefined
  /** Missing: all of them. */
  readonly part?: { readonly offset: number; readonly most: number } | undefined
}

/** What was asked for, the earliest first, and how many there are of it in all. */
export async function teamMatters(
  db: Database,
  reader: Reader,
  { teams, standing, personId, part }: MattersAsked,
): Promise<{ readonly count: number; readonly rows: readonly MatterRow[] }> {
  const isTheirs = personId === undefined ? Prisma.sql`true` : holds(Prisma.sql`h.person_id = ${personId}::uuid`)
  const { found } = await rowsOf<{ found: { count: number; rows: readonly MatterRow[] } }>(db, {
    found: Prisma.sql`
      with m as materialized (select * from (${matters(reader, teams)}) m where (${standing ?? null}::text is null or m.standing = ${standing ?? null}) and ${isTheirs})
      select (select count(*)::int from m) as count, (select coalesce(json_agg(r), '[]') from (
        select m.id, m.case_id, m.ref, m.team_id, m.title, m.due_on, m.booked_for, m.standing, m.children,
          array(select distinct h.person_id::text ${HOLDERS}) as people
        from m order by m.due_on, m.ref, m.title, m.id limit ${part?.most ?? null} offset ${part?.offset ?? 0}) r) as rows`,
  })
  return found[0] ?? { count: 0, rows: [] }
}

/** Of a matter `m`: who holds a child it is about; of one of the whole case whoever holds any child of it. */
const HOLDERS = Prisma.sql`from case_holder h where h.case_id = m.case_id and h.role = 'allocated-worker'
  and (h.child_id::text = any(m.subjects) or not exists (select from child k where k.case_id = m.case_id and k.id::text = any(m.subjects)))`

const holds = (who: Prisma.Sql): Prisma.Sql => Prisma.sql`exists (select ${HOLDERS} and ${who})`

export interface MatterCount {
  readonly team_id: string | null
  readonly late: number
  readonly due_week: number
  /** Cases, however much was found on each. */
  readonly held_up: number
}

/** How many of each a team has: counted from the same question as the list. */
export const matterCounts = async (db: Database, reader: Reader, teams: Teams): Promise<readonly MatterCount[]> =>
  (
    await rowsOf<{ rows: MatterCount }>(db, {
      rows: Prisma.sql`
        select m.team_id, count(*) filter (where m.standing = 'late')::int as late, count(*) filter (where m.standing = 'due-week')::int as due_week,
          count(distinct m.case_id) filter (where m.standing = 'held-up')::int as held_up from (${matters(reader, teams)}) m group by m.team_id`,
    })
  ).rows
