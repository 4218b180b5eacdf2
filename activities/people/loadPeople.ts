import type { Role } from '../../domain/access/role'
import type { Database, Transaction } from '../../prisma/database'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly left_on: string | null
  readonly roles: readonly { readonly role: Role; readonly teamId: string | null }[]
}
export interface TeamRow {
  readonly id: string
  readonly name: string
  readonly parent_id: string | null
}

/** Everybody who could be told something on `day` (ISO date), with the roles they hold on it, and the teams. By id, so that the answer is always the same. */
export async function loadPeople(
  tx: Transaction | Database,
  day: string,
): Promise<{ people: PersonRow[]; teams: TeamRow[] }> {
  const people = await tx.$queryRaw<PersonRow[]>`
    select p.id, p.name, p.email, p.left_on::text, coalesce(json_agg(json_build_object('role', g.role, 'teamId', g.team_id)
        order by g.role, g.team_id) filter (where g.id is not null), '[]') as roles
    from person p left join role_grant g on g.person_id = p.id and g.from_on <= ${day}::date and (g.to_on is null or g.to_on >= ${day}::date)
    group by p.id order by p.id`
  const teams = await tx.$queryRaw<TeamRow[]>`select id, name, parent_id from team order by id`
  return { people, teams }
}
