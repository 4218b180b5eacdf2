import { randomUUID } from 'node:crypto'
import { readClock } from '../../../activities/clock'
import { newId } from '../../../activities/newId'
import { casesWaitingFor } from '../../../activities/people/waitingFor'
import { claimedRoles, type ClaimedRole } from '../../../domain/access/claimedRoles'
import { londonDay } from '../../../domain/calendar/london'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { auditPeople } from '../auditPeople'
import type { CommandDeps } from '../command'

interface AlignRoles {
  /** Who has signed in. */
  readonly personId: string
  /** What the claim says they hold: `ROLE` or `ROLE@TEAM-SOURCE-ID`. */
  readonly values: readonly string[]
}

interface Held extends ClaimedRole {
  readonly id: string
}

/**
 * Brings the roles that somebody holds by the claims of their sign-in in line with what these say now, from today on. Roles of an extract are left as they are. Where it changes
 * anything, it is written down with what was ignored, and the cases on which something waits for them are planned again.
 */
export async function alignRoles({ db, processes }: CommandDeps, command: AlignRoles): Promise<void> {
  const concerns = await inTransaction(db, (tx) => save(tx, command))
  if (concerns.length > 0) await processes.nudge(concerns.map((id) => ({ type: 'caseTimeline', id })))
}

async function save(tx: Transaction, { personId, values }: AlignRoles): Promise<readonly string[]> {
  // Two browsers of one person at once: the second waits, and finds nothing to do.
  await tx.$executeRaw`select id from person where id = ${personId}::uuid for update`
  const { now } = await readClock(tx)
  const today = londonDay(now).toString()
  const teams = await tx.$queryRaw<{ id: string; source_id: string }[]>`select id::text, source_id from team`
  const { roles, ignored } = claimedRoles(values, new Map(teams.map(({ id, source_id }) => [source_id, id])))
  const held = await tx.$queryRaw<Held[]>`
    select id::text, role, team_id::text as "teamId" from role_grant where person_id = ${personId}::uuid and source = 'claims'
      and (to_on is null or to_on >= ${today}::date)`
  const ended = held.filter((one) => !roles.some((role) => isSame(one, role)))
  const begun = roles.filter((role) => !held.some((one) => isSame(one, role)))
  for (const { id } of ended)
    await tx.$executeRaw`update role_grant set to_on = ${today}::date - 1 where id = ${id}::uuid`
  for (const { role, teamId } of begun)
    await tx.$executeRaw`
      insert into role_grant (id, person_id, role, team_id, from_on, source)
      values (${newId(now)}::uuid, ${personId}::uuid, ${role}, ${teamId}::uuid, ${today}::date, 'claims')`
  if (ended.length + begun.length === 0 && (await isKnown(tx, personId, ignored))) return []
  await auditPeople(tx, {
    ...{ action: 'roles-from-claims', actorId: personId, caseId: null, commandId: randomUUID(), now },
    detail: { begun: begun.map(inWords), ended: ended.map(inWords), ignored: ignored.slice(0, 20) },
  })
  if (ended.length + begun.length === 0) return []
  // Whatever was planned before this moment is planned again, should the nudge be lost.
  await tx.$executeRaw`update person set moved_at = ${new Date(now).toISOString()}::timestamptz where id = ${personId}::uuid`
  return casesWaitingFor(tx, [personId])
}

/** Whether the same values were ignored the last time: a sign-in a day would else be an entry a day. */
async function isKnown(tx: Transaction, personId: string, ignored: readonly string[]): Promise<boolean> {
  if (ignored.length === 0) return true
  const [last] = await tx.$queryRaw<{ ignored: readonly string[] }[]>`
    select detail->'ignored' as ignored from audit_event where actor_id = ${personId}::uuid and action = 'roles-from-claims' order by at desc, id desc limit 1`
  return last !== undefined && JSON.stringify(last.ignored) === JSON.stringify(ignored.slice(0, 20))
}

const isSame = (one: ClaimedRole, other: ClaimedRole): boolean => one.role === other.role && one.teamId === other.teamId

const inWords = ({ role, teamId }: ClaimedRole): string => (teamId === null ? role : `${role}@${teamId}`)
