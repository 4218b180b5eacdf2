import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { lockCase } from '../../activities/planning/lockCase'
import { londonDay } from '../../domain/calendar/london'
import { holds } from '../../domain/access/holds'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { auditPeople } from './auditPeople'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { peopleAt, type PeopleAt } from './peopleAt'
import { usedCommand } from './usedCommand'
import { writeAccess } from './writeAccess'

/** What is done about who may open a case. */
export type AccessChange =
  | { readonly what: 'restrict' }
  | { readonly what: 'lift' }
  | {
      readonly what: 'grant'
      readonly personId: string
      readonly from: LocalDate | null
      readonly to: LocalDate | null
    }
  | { readonly what: 'revoke'; readonly personId: string }

export interface ChangeAccess {
  readonly ref: string
  readonly change: AccessChange
  /** Kept with the case, for whoever asks later. */
  readonly reason: string
  readonly actorId: string
  readonly commandId: string
}

interface Changed {
  readonly accepted: true
  /** It was so already, or the same command came again: nothing was written. */
  readonly repeated: boolean
}

/**
 * Restricts a case or lifts that, gives somebody access to it or takes it back. It counts as a new version of the case: it is planned again before anybody is
 * told anything more of it, and what waits for somebody who may no longer open it is taken back. Idempotent by command id.
 */
export async function changeAccess({ db, processes }: CommandDeps, command: ChangeAccess): Promise<Changed | Refusal> {
  const answer = await inTransaction(db, (tx) => save(tx, command))
  if ('caseId' in answer) {
    await processes.nudge([{ type: 'caseTimeline', id: answer.caseId }])
    return { accepted: true, repeated: false }
  }
  return answer
}

async function save(tx: Transaction, command: ChangeAccess): Promise<Changed | Refusal | { readonly caseId: string }> {
  const { ref, change, reason, actorId, commandId } = command
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = ${ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined)
    return { refused: 'unknown-case', todo: `There is no case ${ref}. \`caseclock due\` lists references.` }
  if (await answered(tx, row.id, command)) return { accepted: true, repeated: true }
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const people = await peopleAt(tx, today)
  const notAllowed = mayNot(people, actorId)
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  if (reason.trim() === '')
    return { refused: 'bad-data', todo: 'Say why with --reason: whoever asks later who could open this case reads it.' }
  const problem = change.what === 'grant' || change.what === 'revoke' ? personProblem(people, change, today) : undefined
  if (problem !== undefined) return problem
  const written = await writeAccess(tx, {
    caseId: row.id,
    change,
    reason,
    actorId,
    commandId,
    now,
    today,
    newId: newId(now),
  })
  if (typeof written === 'string') return { refused: 'known-already', todo: written }
  await tx.$executeRaw`update case_file set facts_version = facts_version + 1 where id = ${row.id}::uuid`
  const detail = { ...('personId' in change ? { personId: change.personId } : {}), reason }
  await auditPeople(tx, { action: ACTIONS[change.what], actorId, caseId: row.id, commandId, now, detail })
  return { caseId: row.id }
}

const ACTIONS = {
  restrict: 'case-restricted',
  lift: 'restriction-lifted',
  grant: 'access-granted',
  revoke: 'access-revoked',
} as const

/** Whether this very command was taken before. */
async function answered(
  tx: Transaction,
  caseId: string,
  { change, actorId, commandId }: ChangeAccess,
): Promise<boolean> {
  if (!isId(commandId)) return false
  const before = await tx.$queryRaw<unknown[]>`
    select 1 from audit_event where command_id = ${commandId}::uuid and case_id = ${caseId}::uuid
      and actor_id::text = ${actorId.toLowerCase()} and action = ${ACTIONS[change.what]}
      and detail->>'personId' is not distinct from ${'personId' in change ? change.personId : null}::text limit 1`
  return before.length > 0
}

function mayNot(people: PeopleAt, actorId: string): string | undefined {
  const actor = people.byId(actorId)
  if (actor === undefined) return 'Nobody is known by that id. Name the person who acts with --as.'
  return holds(actor, 'decide-access')
    ? undefined
    : 'Only an administrator, a head of service or a director decides who may open a case. Ask one of them.'
}

function personProblem(
  people: PeopleAt,
  change: Extract<AccessChange, { readonly personId: string }>,
  today: LocalDate,
): Refusal | undefined {
  const person = people.byId(change.personId)
  if (person === undefined)
    return { refused: 'unknown-person', todo: 'Nobody is known by that id. Give a staff number, an id or a name.' }
  if (change.what === 'revoke') return undefined
  if (!person.active) return bad('This person has left. Give access to somebody who is in post.')
  const from = change.from ?? today
  if (change.to?.isBefore(from) === true)
    return bad(
      `${govukDate(change.to)} lies before ${govukDate(from)}. Give the first day with --from and the last with --to.`,
    )
  return change.to?.isBefore(today) === true
    ? bad(`${govukDate(change.to)} has passed. Give a last day from ${today.toString()} on, or none.`)
    : undefined
}

const bad = (todo: string): Refusal => ({ refused: 'bad-data', todo })
