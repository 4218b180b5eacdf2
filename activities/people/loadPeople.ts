import type { Role } from '../../domain/access/role'
import type { Database, Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly left_on: string | null
  /** Mail to the address they have now comes back, and no person has seen to it yet. */
  readonly unreachable: boolean
  readonly roles: readonly { readonly role: Role; readonly teamId: string | null }[]
}
export interface TeamRow {
  readonly id: string
  /** Its name in the source it was imported from. */
  readonly source_id: string | null
  readonly name: string
  readonly parent_id: string | null
}
export interface Everybody {
  readonly people: readonly PersonRow[]
  readonly teams: readonly TeamRow[]
}

/** Everybody who could be told something on `day` (ISO date), with the roles they hold on it, and the teams: two columns. By id, so that the answer is always the same. */
export const EVERYBODY_ON = (day: string): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'left_on', p.left_on, 'roles', coalesce(held.roles, '[]'),
      'unreachable', (p.id, coalesce(p.email, '')) in (select recipient_id, coalesce(address, '') from delivery_task
        where done_at is null and why in ('refused', 'bounced', 'no-address'))) order by p.id), '[]')
    from person p left join (
      select g.person_id, json_agg(json_build_object('role', g.role, 'teamId', g.team_id) order by g.role, g.team_id) as roles
      from role_grant g where g.from_on <= ${day}::date and (g.to_on is null or g.to_on >= ${day}::date) group by g.person_id
    ) held on held.person_id = p.id) as people,
  (select coalesce(json_agg(json_build_object('id', id, 'source_id', source_id, 'name', name, 'parent_id', parent_id) order by id), '[]') from team) as teams`

/** Asks for them at once. */
export async function loadPeople(tx: Transaction | Database, day: string): Promise<Everybody> {
  const [row] = await tx.$queryRaw<Everybody[]>`select ${EVERYBODY_ON(day)}`
  return row ?? { people: [], teams: [] }
}
