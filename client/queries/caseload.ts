import type { Database } from '../../prisma/database'

export interface TeamLoad {
  readonly team: string
  readonly open: number
  readonly due_this_week: number
  readonly late: number
  readonly escalated: number
}

/** One row per team that holds open cases: open cases, matters due in the seven days from `today` (ISO), late ones and stalls found, and those escalated. */
export const caseload = (db: Database, today: string): Promise<TeamLoad[]> => db.$queryRaw<TeamLoad[]>`
  with matter as (
    select distinct on (o.case_id, o.rule, o.due_on) o.id, o.case_id, o.due_on from obligation o
    where o.state = 'open' and (o.kind = 'obligation' or o.due_on <= ${today}::date))
  select coalesce(t.name, 'No team') as team, count(distinct c.id) filter (where c.open)::int as open,
    count(distinct m.id) filter (where m.due_on between ${today}::date and ${today}::date + 6)::int as due_this_week,
    count(distinct m.id) filter (where m.due_on < ${today}::date)::int as late,
    (select count(distinct (o.case_id, o.rule, o.due_on)) from escalation e join obligation o on o.id = e.obligation_id join case_file x on x.id = e.case_id
      where e.state = 'open' and x.team_id is not distinct from c.team_id)::int as escalated
  from case_file c left join team t on t.id = c.team_id left join matter m on m.case_id = c.id
  where c.open or m.id is not null group by t.name, c.team_id order by 1`
