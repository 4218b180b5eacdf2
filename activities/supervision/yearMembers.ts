import { Prisma } from '../../prisma/generated/client'

/**
 * The cases (`team_id`, `id`, `ref`) that group supervision discusses: those of a team that its month still asks for. The plan of every such case has the month after this one
 * open, so none is missed, and one that closes or goes to another service has none.
 */
export const MEMBERS = Prisma.sql`
  select c.team_id, c.id, c.ref from case_file c
  where c.team_id is not null and exists (select from obligation o where o.case_id = c.id and o.rule = 'gcs-month' and o.state = 'open')`

/** What the year of each team is to be planned from (`team_id`, `print`): another text whenever the rules, the calendar or its cases are others. */
export const yearPrints = (rulesVersion: string): Prisma.Sql => Prisma.sql`
  select y.team_id, md5(${rulesVersion} || coalesce(string_agg(m.id::text, ' ' order by m.id), '')) as print
  from supervision_year y left join (${MEMBERS}) m on m.team_id = y.team_id group by y.team_id`

/** Years (`team_id`) whose plan is older than what it is made from. */
export const staleYears = (rulesVersion: string): Prisma.Sql => Prisma.sql`
  select y.team_id from supervision_year y join (${yearPrints(rulesVersion)}) p on p.team_id = y.team_id
  where y.facts_version <> y.planned_version or y.planned_print <> p.print`
