import type { Role } from '../../domain/access/role'
import type { AwayReason } from '../../domain/access/standIn'
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
/** Somebody is away on the day, and who covers for them; null for nobody. */
export interface CoverRow {
  readonly person_id: string
  readonly cover_id: string | null
  readonly reason: AwayReason
}
/** A case that is restricted, and who may open it on the day, by id. */
export interface RestrictedRow {
  readonly case_id: string
  readonly people: readonly string[]
}
export interface Everybody {
  readonly people: readonly PersonRow[]
  readonly teams: readonly TeamRow[]
  readonly covers: readonly CoverRow[]
  readonly restricted: readonly RestrictedRow[]
}

/** Everybody who could be told something on `day` (ISO date), with the roles they hold on it, the teams, who is away, and which cases are restricted: four columns. By id, so that the answer is always the same. */
export const EVERYBODY_ON = (day: string): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'left_on', p.left_on, 'roles', coalesce(held.roles, '[]'),
      'unreachable', (p.id, coalesce(p.email, '')) in (select recipient_id, coalesce(address, '') from delivery_task
        where done_at is null and why in ('refused', 'bounced', 'no-address'))) order by p.id), '[]')
    from person p left join (
      select g.person_id, json_agg(json_build_object('role', g.role, 'teamId', g.team_id) order by g.role, g.team_id) as roles
      from role_grant g where g.from_on <= ${day}::date and (g.to_on is null or g.to_on >= ${day}::date) group by g.person_id
    ) held on held.person_id = p.id) as people,
  (select coalesce(json_agg(json_build_object('id', id, 'source_id', source_id, 'name', name, 'parent_id', parent_id) order by id), '[]') from team) as teams,
  (select coalesce(json_agg(json_build_object('person_id', person_id, 'cover_id', cover_id, 'reason', reason) order by id), '[]') from cover
    where from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date) and ended_at is null) as covers,
  (select coalesce(json_agg(json_build_object('case_id', r.case_id, 'people', coalesce(may.people, '[]')) order by r.case_id), '[]')
    from case_restriction r left join (
      select a.case_id, json_agg(distinct a.person_id) as people from case_access a
      where a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date) and a.revoked_at is null group by a.case_id
    ) may on may.case_id = r.case_id where r.lifted_at is null) as restricted`

export const NOBODY: Everybody = { people: [], teams: [], covers: [], restricted: [] }

/** Asks for them at once. */
export async function loadPeople(tx: Transaction | Database, day: string): Promise<Everybody> {
  const [row] = await tx.$queryRaw<Everybody[]>`select ${EVERYBODY_ON(day)}`
  return row ?? NOBODY
}
