import type { Database } from '../../prisma/database'

export interface CoverLine {
  readonly id: string
  readonly person: string
  /** Null: nobody covers, and whoever is next is asked. */
  readonly cover: string | null
  readonly from_on: string
  readonly to_on: string | null
  readonly reason: string
}

/** Who is away on `today` (ISO date) or later, and who covers for them, the first day first. `teams`: of people who work in these or hold a role there on the day; of everybody where missing. */
export const coverList = (
  db: Database,
  today: string,
  teams: ReadonlySet<string> | 'everywhere' = 'everywhere',
): Promise<CoverLine[]> => db.$queryRaw<CoverLine[]>`
  select v.id::text, p.name as person, c.name as cover, v.from_on::text, v.to_on::text, v.reason
  from cover v join person p on p.id = v.person_id left join person c on c.id = v.cover_id
  where v.ended_at is null and (v.to_on is null or v.to_on >= ${today}::date)
    and (${teams === 'everywhere'} or p.team_id = any(${teams === 'everywhere' ? [] : [...teams]}::uuid[]) or exists (
      select from role_grant g where g.person_id = p.id and g.team_id = any(${teams === 'everywhere' ? [] : [...teams]}::uuid[])
        and g.from_on <= ${today}::date and (g.to_on is null or g.to_on >= ${today}::date)))
  order by v.from_on, p.name, v.id`
