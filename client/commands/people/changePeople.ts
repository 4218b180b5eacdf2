import { readClock } from '../../../activities/clock'
import { casesWaitingFor } from '../../../activities/people/waitingFor'
import { holds } from '../../../domain/access/holds'
import { londonDay } from '../../../domain/calendar/london'
import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { auditPeople, type PeopleAction } from '../auditPeople'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { peopleAt, type PeopleAt } from '../peopleAt'
import { usedCommand } from '../usedCommand'

/** What every change of somebody by an administrator is sent with. */
export interface ByAdministrator {
  readonly actorId: string
  readonly commandId: string
}

export interface PeopleChanged {
  readonly accepted: true
  /** The same command sent again: nothing was written. */
  readonly repeated: boolean
  /** Who was changed. */
  readonly personId: string
}

/** What is done, and to whom; missing where that is somebody new. */
interface Meant {
  readonly action: PeopleAction
  readonly personId?: string
}

/** What a change is made with. `now`: epoch milliseconds. */
export interface PeopleNow {
  readonly now: number
  readonly today: LocalDate
  readonly people: PeopleAt
}

/** Who was changed, and what the audit keeps of it beside. */
interface Written {
  readonly personId: string
  readonly detail: Readonly<Record<string, string | null>>
}

/**
 * One change of somebody by an administrator: it and its audit entry are one transaction, then the cases on which something waits for that person are planned again. Idempotent by
 * command id. One change at a time, so that two administrators cannot end each other.
 */
export async function changePeople(
  { db, processes }: CommandDeps,
  { action, actorId, commandId, personId: meant }: ByAdministrator & Meant,
  change: (tx: Transaction, at: PeopleNow) => Promise<Written | Refusal>,
): Promise<PeopleChanged | Refusal> {
  const answer = await inTransaction(db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('change people', 0))`
    const before = await changedBefore(tx, {
      action,
      actorId,
      commandId,
      ...(meant === undefined ? {} : { personId: meant }),
    })
    if (before !== undefined) return { accepted: true, repeated: true, personId: before, concerns: [] } as const
    const { now } = await readClock(tx)
    const today = londonDay(now)
    const people = await peopleAt(tx, today)
    const actor = people.byId(actorId)
    if (actor === undefined || !holds(actor, 'administer'))
      return { refused: 'not-allowed', todo: 'Only an administrator looks after people. Ask one of them.' } as const
    const used = await usedCommand(tx, commandId)
    if (used !== undefined) return used
    const written = await change(tx, { now, today, people })
    if ('refused' in written) return written
    const { personId, detail } = written
    await auditPeople(tx, { action, actorId, caseId: null, commandId, now, detail: { personId, ...detail } })
    // Whatever was planned before this moment is planned again, should the nudge be lost.
    await tx.$executeRaw`update person set moved_at = ${new Date(now).toISOString()}::timestamptz where id = ${personId}::uuid`
    return { accepted: true, repeated: false, personId, concerns: await casesWaitingFor(tx, [personId]) } as const
  })
  if ('refused' in answer) return answer
  const { concerns, ...changed } = answer
  if (concerns.length > 0) await processes.nudge(concerns.map((id) => ({ type: 'caseTimeline', id })))
  return changed
}

/** Whom this very command changed before. */
async function changedBefore(
  tx: Transaction,
  { action, actorId, commandId, personId }: ByAdministrator & Meant,
): Promise<string | undefined> {
  if (!isId(commandId)) return undefined
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select detail->>'personId' as id from audit_event
    where command_id = ${commandId}::uuid and action = ${action} and actor_id::text = ${actorId.toLowerCase()}
      and (${personId === undefined} or detail->>'personId' = ${personId?.toLowerCase() ?? ''})`
  return row?.id
}

/** Why nobody would be left to look after people without this person, or undefined where another administrator is in post. */
export async function lastAdministratorProblem(
  tx: Transaction,
  { people, today }: PeopleNow,
  personId: string,
): Promise<Refusal | undefined> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select distinct person_id::text as id from role_grant where role = 'administrator' and person_id <> ${personId}::uuid
      and from_on <= ${today.toString()}::date and (to_on is null or to_on >= ${today.toString()}::date)`
  return held.some(({ id }) => people.byId(id)?.active === true)
    ? undefined
    : {
        refused: 'bad-data',
        todo: 'They are the only administrator in post: nobody could look after people any more, and what reaches nobody else goes to them. Give somebody else the role first.',
      }
}
