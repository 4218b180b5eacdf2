import type { Transaction } from '../../prisma/database'
import { readClock } from '../clock'
import type { ImportedPerson } from './imported'
import { stableId } from './stableId'
import type { Staff } from './staff'

/**
 * Teams, people and the roles they hold from the day of the extract on. An extract holds no e-mail addresses: they are made from the staff
 * number and the authority's mail domain, and an address that is not one person's alone is nobody's. Somebody who left is nobody's worker from the day of the extract that shows it.
 */
export async function applyPeople(tx: Transaction, { teams, people }: Staff, asAt: string): Promise<void> {
  const [authority] = await tx.$queryRaw<{ mail_domain: string }[]>`select mail_domain from authority where id = 1`
  const teamRows = teams.map((team) => ({
    id: team.id,
    source_id: team.sourceId,
    name: team.name,
    parent_id: team.parentId,
  }))
  await tx.$executeRaw`
    insert into team select * from json_populate_recordset(null::team, ${JSON.stringify(teamRows)}::json)
    on conflict (id) do update set name = excluded.name, parent_id = excluded.parent_id
    where (team.name, team.parent_id) is distinct from (excluded.name, excluded.parent_id)`
  const addressOf = ({ staffId }: ImportedPerson): string =>
    `${staffId.toLowerCase()}@${authority?.mail_domain ?? 'invalid'}`
  const personRows = people.map((person) => ({
    id: person.id,
    source_id: person.sourceId,
    name: person.name,
    job_title: person.jobTitle,
    email: person.ownsAddress ? addressOf(person) : null,
    team_id: person.teamId,
    left_on: person.left ? asAt : null,
  }))
  // Whoever had one of these addresses before, and whose it is no longer: also somebody who is not in the extract any more.
  await tx.$executeRaw`
    update person set email = null where source_id <> 'administrator' and lower(email) = any(${people.map(addressOf)}::text[])
      and not exists (select from json_populate_recordset(null::person, ${JSON.stringify(personRows)}::json) r
        where r.id = person.id and r.email = lower(person.email))`
  const turned = await tx.$queryRaw<{ id: string }[]>`
    select r.id::text from json_populate_recordset(null::person, ${JSON.stringify(personRows)}::json) r join person p on p.id = r.id
    where (p.left_on is null) <> (r.left_on is null)`
  await tx.$executeRaw`
    insert into person select * from json_populate_recordset(null::person, ${JSON.stringify(personRows)}::json)
    on conflict (id) do update set name = excluded.name, job_title = excluded.job_title, team_id = excluded.team_id,
      email = coalesce(person.email, excluded.email),
      left_on = case when excluded.left_on is null then null else coalesce(person.left_on, excluded.left_on) end
    where (person.name, person.job_title, person.team_id, person.left_on is null, person.email)
      is distinct from (excluded.name, excluded.job_title, excluded.team_id, excluded.left_on is null, coalesce(person.email, excluded.email))`
  const grants = people.flatMap((person) =>
    person.roles.map(({ role, teamId }) => ({
      id: stableId('grant', person.id, role, teamId ?? ''),
      person_id: person.id,
      role,
      team_id: teamId,
      from_on: '1900-01-01',
      to_on: null,
      source: null,
    })),
  )
  const granted = JSON.stringify(grants)
  const begun = await tx.$queryRaw<{ id: string }[]>`
    insert into role_grant select * from json_populate_recordset(null::role_grant, ${granted}::json)
    on conflict (id) do update set to_on = null where role_grant.to_on is not null returning person_id::text as id`
  // A role somebody no longer holds ends with the day before this extract; what others say of them stays.
  const ended = await tx.$queryRaw<{ id: string }[]>`
    update role_grant set to_on = ${asAt}::date - 1 where to_on is null and source is null
      and id not in (select id from json_populate_recordset(null::role_grant, ${granted}::json)) returning person_id::text as id`
  // Last: whatever was planned before this moment is planned again. The days of an extract are often before it.
  const { now } = await readClock(tx)
  await tx.$executeRaw`
    update person set moved_at = ${new Date(now).toISOString()}::timestamptz
    where id = any(${[...turned, ...begun, ...ended].map(({ id }) => id)}::uuid[])`
}
