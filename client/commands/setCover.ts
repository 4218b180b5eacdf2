import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { casesWaitingFor } from '../../activities/people/waitingFor'
import { londonDay } from '../../domain/calendar/london'
import { govukDate } from '../../domain/timeline/govukDate'
import { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { auditPeople } from './auditPeople'
import type { CommandDeps, Refusal } from './command'
import { coverProblem, type CoverDays } from './coverProblem'
import { isId } from './isId'
import { mayCoverProblem } from './mayCoverProblem'
import { peopleAt } from './peopleAt'
import { usedCommand } from './usedCommand'

export interface SetCover extends CoverDays {
  /** Who is away. */
  readonly personId: string
  /** Who covers; null: nobody, and whoever is next is asked. */
  readonly coverId: string | null
  readonly actorId: string
  readonly commandId: string
}

export interface CoverSet {
  readonly accepted: true
  /** The same command sent again: nothing was written. */
  readonly repeated: boolean
  readonly id: string
  /** Cases on which something waits for who is away, by id. */
  readonly concerns: readonly string[]
}

/**
 * Writes down that somebody is away and who covers for them. What waits for them, and what is told on those days, goes to whoever covers. Idempotent by
 * command id. A first day that is still ahead needs no nudge: `reconcile` finds the cases on that morning.
 */
export async function setCover({ db, processes }: CommandDeps, command: SetCover): Promise<CoverSet | Refusal> {
  const answer = await inTransaction(db, (tx) => save(tx, command))
  if ('accepted' in answer) await processes.nudge(answer.concerns.map((id) => ({ type: 'caseTimeline', id })))
  return answer
}

async function save(tx: Transaction, command: SetCover): Promise<CoverSet | Refusal> {
  const { personId, coverId, from, to, reason, actorId, commandId } = command
  const noId = [commandId, personId, actorId, ...(coverId === null ? [] : [coverId])].find((id) => !isId(id))
  if (noId !== undefined) return { refused: 'bad-data', todo: `${noId} is no id: people and commands have a UUID.` }
  // Two covers of the same days at once: the second waits here, and finds the first.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`cover ${personId.toLowerCase()}`}, 0))`
  const [first] = await tx.$queryRaw<{ id: string }[]>`
    select id::text from cover where command_id = ${commandId}::uuid and person_id = ${personId}::uuid
      and cover_id is not distinct from ${coverId}::uuid and from_on = ${from.toString()}::date
      and to_on is not distinct from ${to?.toString() ?? null}::date and reason = ${reason}`
  if (first !== undefined) return { accepted: true, repeated: true, id: first.id, concerns: [] }
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const people = await peopleAt(tx, today)
  const person = people.byId(personId)
  const cover = coverId === null ? null : people.byId(coverId)
  if (person === undefined || cover === undefined)
    return { refused: 'unknown-person', todo: 'Nobody is known by that id. Give a staff number, an id or a name.' }
  const notAllowed = await mayCoverProblem(tx, { person, actorId, people })
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const problem = coverProblem({ person, cover, from, to, reason }, today) ?? (await overlap(tx, command))
  if (problem !== undefined) return problem
  const id = newId(now)
  await tx.$executeRaw`
    insert into cover (id, person_id, cover_id, from_on, to_on, reason, made_by, made_at, command_id)
    values (${id}::uuid, ${personId}::uuid, ${coverId}::uuid, ${from.toString()}::date, ${to?.toString() ?? null}::date, ${reason},
      ${actorId}::uuid, ${new Date(now).toISOString()}::timestamptz, ${commandId}::uuid)`
  await auditPeople(tx, {
    action: 'cover-set',
    actorId,
    caseId: null,
    commandId,
    now,
    detail: { cover: id, personId, coverId },
  })
  return { accepted: true, repeated: false, id, concerns: await casesWaitingFor(tx, [personId]) }
}

/** Somebody is away for one reason at a time, and one person covers for them. */
async function overlap(tx: Transaction, { personId, from, to }: SetCover): Promise<Refusal | undefined> {
  const [other] = await tx.$queryRaw<{ id: string; from_on: string; to_on: string | null }[]>`
    select id::text, from_on::text, to_on::text from cover
    where person_id = ${personId}::uuid and ended_at is null and (to_on is null or to_on >= ${from.toString()}::date)
      and (${to?.toString() ?? null}::date is null or from_on <= ${to?.toString() ?? null}::date) order by from_on limit 1`
  if (other === undefined) return undefined
  const until = other.to_on === null ? 'on' : `to ${govukDate(LocalDate.parse(other.to_on))}`
  return {
    refused: 'known-already',
    todo: `They are away already from ${govukDate(LocalDate.parse(other.from_on))} ${until}. Give other days, or end that first: caseclock cover end ${other.id}`,
  }
}
