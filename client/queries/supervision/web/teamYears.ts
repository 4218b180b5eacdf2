import type { Database } from '../../../../prisma/database'
import type { Reader } from '../../reading/loadReader'
import { readableCases } from '../../reading/readableCases'

/** A team with group supervision, or one without, as its coordinator sees it from afar. */
export interface TeamYearRow {
  readonly id: string
  readonly name: string
  /** It has a pattern. */
  readonly meets: boolean
  readonly nextId: string | null
  /** ISO date. */
  readonly nextOn: string | null
  readonly nextAt: string | null
  readonly gaps: number
}

interface Asked {
  /** Null: of every team. */
  readonly teamIds: readonly string[] | null
  readonly offset: number
  readonly most: number
}

/** The teams whose year somebody looks after, by name, those that meet first. */
export const teamYears = (db: Database, reader: Reader, { teamIds, offset, most }: Asked): Promise<TeamYearRow[]> =>
  db.$queryRaw<TeamYearRow[]>`
    select t.id::text, t.name, y.team_id is not null as meets, n.id::text as "nextId", n.on_day::text as "nextOn", n.at as "nextAt",
      (select count(*)::int from supervision_gap g join case_file c on c.id = g.case_id
        where g.team_id = t.id and g.closed_at is null and g.month >= ${reader.day.toString().slice(0, 7)} and ${readableCases(reader)}) as gaps
    from team t left join supervision_year y on y.team_id = t.id
      left join lateral (select s.id, s.on_day, s.at from session s where s.team_id = t.id and s.state = 'planned' and s.on_day >= ${reader.day.toString()}::date
        order by s.on_day, s.at limit 1) n on true
    where ${teamIds === null}::boolean or t.id = any(${[...(teamIds ?? [])]}::uuid[])
    order by y.team_id is null, t.name, t.id limit ${most} offset ${offset}`
