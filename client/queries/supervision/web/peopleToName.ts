import type { LocalDate } from '@js-joda/core'
import { rolesWith } from '../../../../domain/access/permissions'
import type { Database } from '../../../../prisma/database'

export interface NamedPerson {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
}

/** Whom a form about a team's sessions can name: whoever is invited to the session, works in the team, or holds a role for it, in post on the day. Not police: nothing is theirs to do in a session (`policeAlone`). */
export const peopleToName = (
  db: Database,
  { teamId, sessionId, day }: { readonly teamId: string; readonly sessionId: string | null; readonly day: LocalDate },
): Promise<NamedPerson[]> => db.$queryRaw<NamedPerson[]>`
  select p.id::text, p.name, p.job_title as "jobTitle" from person p where (p.left_on is null or p.left_on > ${day.toString()}::date) and p.id in (
    select k.id from person k where k.team_id = ${teamId}::uuid
    union select g.person_id from role_grant g where g.team_id = ${teamId}::uuid and g.from_on <= ${day.toString()}::date and (g.to_on is null or g.to_on >= ${day.toString()}::date)
    union select a.person_id from attendance a where a.session_id = ${sessionId}::uuid and a.uninvited_on is null)
    and coalesce((select bool_or(g.role <> all(${[...rolesWith('follow-police-track')]})) from role_grant g
      where g.person_id = p.id and g.from_on <= ${day.toString()}::date and (g.to_on is null or g.to_on >= ${day.toString()}::date)), true)
  order by p.name, p.id`
