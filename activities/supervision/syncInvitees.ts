import type { LocalDate } from '@js-joda/core'
import { policeAlone } from '../../domain/access/policeAlone'
import type { Role } from '../../domain/access/role'
import type { Transaction } from '../../prisma/database'
import type { TeamRecipients } from './teamRecipients'
import type { YearRow } from './yearRow'

interface Inviting {
  readonly year: YearRow
  readonly people: TeamRecipients
  readonly today: LocalDate
}

/**
 * Who is invited to the sessions ahead: everybody who works in the team, who chairs, who coordinates, and those the coordinator named. Whoever came is invited, whoever left or went to
 * another team is no longer. Police are not, also where they count as working in the team. Answers the sessions of which that is new.
 */
export async function syncInvitees(tx: Transaction, { year, people, today }: Inviting): Promise<readonly string[]> {
  const wanted = [...(await inviteesOf(tx, year, people))].map(([person_id, role]) => ({ person_id, role }))
  const day = today.toString()
  const changed = await tx.$queryRaw<{ session_id: string }[]>`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) w (person_id uuid, role text)),
    ahead as (select id from session where team_id = ${year.teamId}::uuid and state = 'planned' and on_day > ${day}::date),
    come as (
      insert into attendance (session_id, person_id, role, invited_on, times) select a.id, w.person_id, w.role, ${day}::date, 1 from ahead a cross join wanted w
      on conflict (session_id, person_id) do update set role = excluded.role,
        uninvited_on = null, times = attendance.times + case when attendance.uninvited_on is null then 0 else 1 end,
        invited_on = case when attendance.uninvited_on is null then attendance.invited_on else excluded.invited_on end,
        reply = case when attendance.uninvited_on is null then attendance.reply end,
        replied_on = case when attendance.uninvited_on is null then attendance.replied_on end
      where attendance.uninvited_on is not null or attendance.role <> excluded.role returning session_id),
    gone as (
      update attendance set uninvited_on = ${day}::date where session_id in (select id from ahead) and uninvited_on is null
        and person_id not in (select person_id from wanted) returning session_id)
    select session_id::text from come union select session_id::text from gone`
  const ids = changed.map(({ session_id }) => session_id)
  await tx.$executeRaw`update session set facts_version = facts_version + 1 where id = any(${ids}::uuid[])`
  return ids
}

/** Roles that belong to the sessions of the team for which they are held, wherever the person works. */
const OF_THE_TEAM: ReadonlySet<Role> = new Set(['social-worker', 'team-manager', 'coordinator'])

/** As what each is invited: the chair, the role they hold in the team, or their job: adult workers and family support workers have no other. */
async function inviteesOf(
  tx: Transaction,
  { teamId, chairId, invited }: YearRow,
  people: TeamRecipients,
): Promise<ReadonlyMap<string, string>> {
  const jobs = await tx.$queryRaw<{ id: string; job: string; in_team: boolean }[]>`
    select id::text, job_title as job, team_id is not distinct from ${teamId}::uuid as in_team from person
    where team_id = ${teamId}::uuid or id = any(${[...invited]}::uuid[])`
  const jobOf = new Map(jobs.map((one) => [one.id, one]))
  const found = new Map<string, string>()
  const chair = chairId ?? people.whoFor('team-manager')?.person
  if (chair != null) found.set(chair, 'chair')
  for (const { id, roles } of people.people) {
    if (found.has(id) || policeAlone({ roles })) continue
    const own = roles.find(({ role, teamId: at }) => at === teamId && OF_THE_TEAM.has(role))
    const job = jobOf.get(id)
    if (own !== undefined) found.set(id, own.role)
    else if (job !== undefined && (job.in_team || invited.includes(id))) found.set(id, jobWord(job.job))
  }
  const coordinator = people.whoFor('coordinator')?.person
  if (coordinator !== undefined && !found.has(coordinator)) found.set(coordinator, 'coordinator')
  return found
}

/** `family-support-worker`: as the roles are written. */
const jobWord = (job: string): string => {
  const word = job
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return word === '' ? 'invited' : word
}
