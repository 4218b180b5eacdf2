import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface TeamNode {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly managers: readonly string[]
  readonly coordinators: readonly string[]
  /** Open cases that the reader may open. */
  readonly open: number
}

/** Every team, who manages and who coordinates it on a day (ISO), and its open cases. */
export const teamTree = (db: Database, reader: Reader, day: string): Promise<TeamNode[]> => db.$queryRaw<TeamNode[]>`
  with held as (
    select distinct g.team_id, g.role, p.name from role_grant g join person p on p.id = g.person_id
    where g.from_on <= ${day}::date and (g.to_on is null or g.to_on >= ${day}::date) and (p.left_on is null or p.left_on > ${day}::date)),
  counted as (select c.team_id, count(*)::int as open from case_file c where c.open and ${readableCases(reader)} group by c.team_id)
  select t.id::text, t.name, t.parent_id::text as "parentId",
    array(select h.name from held h where h.team_id = t.id and h.role in ('team-manager', 'service-manager', 'head-of-service', 'director') order by 1) as managers,
    array(select h.name from held h where h.team_id = t.id and h.role = 'coordinator' order by 1) as coordinators,
    coalesce((select n.open from counted n where n.team_id = t.id), 0) as open
  from team t order by t.name, t.id`
