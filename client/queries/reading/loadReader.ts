import type { LocalDate } from '@js-joda/core'
import type { Role } from '../../../domain/access/role'
import { coveredBy, type AwayReason } from '../../../domain/access/standIn'
import { holds, teamsHeld } from '../../../domain/access/holds'
import { ALL_PERMISSIONS, grantOf, type Permission } from '../../../domain/access/permissions'
import { teamsBelow } from '../../../domain/access/teamsBelow'
import type { KnownPerson } from '../../../domain/access/whoStandsFor'
import { isId } from '../../commands/isId'
import { parentsOf } from '../../../activities/people/knownPeople'
import type { Database, Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'

/** Somebody in post who reads, as of one day: what decides which cases they may open, and what else they may do. */
export interface Reader extends KnownPerson {
  readonly name: string
  readonly jobTitle: string
  /** The team they work in. */
  readonly teamId: string | null
  /** The day all this is of. */
  readonly day: LocalDate
  /** In whose place they stand today. */
  readonly covers: readonly KnownPerson[]
  /** The team above each team. */
  readonly parents: ReadonlyMap<string, string | null>
  /** Some role of theirs, or of somebody they cover for, lets them work on the cases of every team. */
  readonly everywhere: boolean
  /** Every team for whose cases a role does, those below included. */
  readonly teamIds: ReadonlySet<string>
  /** Whose holding of a case lets them work on it: their own id, and those of whom they cover for. */
  readonly holderIds: readonly string[]
}

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly job_title: string
  readonly team_id: string | null
  readonly active: boolean
  readonly roles: readonly { readonly role: Role; readonly teamId: string | null }[] | null
  readonly cover_id: string | null
  readonly reason: AwayReason | null
}

/**
 * Who reads on a day, with one question: themselves, whoever is away and who covers, and the teams. Undefined for an id nobody has, and for whoever has left by that day:
 * asked with every request, so that leaving takes effect at once.
 */
export async function loadReader(
  db: Database | Transaction,
  personId: string,
  day: LocalDate,
): Promise<Reader | undefined> {
  const on = day.toString()
  const id = personId.toLowerCase()
  const asked = isId(id) ? id : null
  const { people, teams } = await rowsOf<{ people: PersonRow; teams: { id: string; parent_id: string | null } }>(db, {
    people: Prisma.sql`
      with away as (select person_id, cover_id, reason, id from cover
        where from_on <= ${on}::date and (to_on is null or to_on >= ${on}::date) and ended_at is null)
      select p.id, p.name, p.job_title, p.team_id, p.left_on is null or p.left_on > ${on}::date as active, a.cover_id, a.reason,
        (select json_agg(json_build_object('role', g.role, 'teamId', g.team_id)) from role_grant g
          where g.person_id = p.id and g.from_on <= ${on}::date and (g.to_on is null or g.to_on >= ${on}::date)) as roles
      from person p left join (select distinct on (person_id) person_id, cover_id, reason from away order by person_id, id desc) a on a.person_id = p.id
      where p.id = any(array(select ${asked}::uuid union all select person_id from away union all select cover_id from away)) order by p.id`,
    teams: Prisma.sql`select id, parent_id from team`,
  })
  const row = people.find((one) => one.id === id)
  if (row?.active !== true) return undefined
  const known = people.map(knownOf)
  const self = knownOf(row)
  const covers = coveredBy(self, known)
  const parents = parentsOf({ teams: teams.map((team) => ({ ...team, name: '', source_id: null })) })
  const working = teamsHeld(self, 'work-on-cases', covers)
  return {
    ...self,
    ...{ name: row.name, jobTitle: row.job_title, teamId: row.team_id, day, covers, parents },
    everywhere: working === 'everywhere',
    teamIds: working === 'everywhere' ? new Set(parents.keys()) : teamsBelow(working, parents),
    holderIds: [id, ...covers.map((one) => one.id)],
  }
}

/** What they may do at all, somewhere. */
export const permissionsOf = (reader: Reader): ReadonlySet<Permission> =>
  new Set(ALL_PERMISSIONS.filter((permission) => holds(reader, permission, reader.covers)))

/** For which teams they may do it, by id, those below included where it reaches them. None of what concerns no team. */
export function teamsOf(reader: Reader, permission: Permission): ReadonlySet<string> | 'everywhere' {
  const held = teamsHeld(reader, permission, reader.covers)
  return held === 'everywhere' || grantOf(permission).reach === 'own-team' ? held : teamsBelow(held, reader.parents)
}

const knownOf = ({ id, active, roles, cover_id, reason }: PersonRow): KnownPerson => ({
  ...{ id, active, roles: roles ?? [], mayOpen: true },
  ...(reason === null ? {} : { away: { reason, by: cover_id } }),
})
