import { readClock } from '../../../activities/clock'
import { holds } from '../../../domain/access/holds'
import { londonDay } from '../../../domain/calendar/london'
import type { Transaction } from '../../../prisma/database'
import type { Refusal } from '../command'
import { isId } from '../isId'
import { peopleAt } from '../peopleAt'
import { usedCommand } from '../usedCommand'
import { refuse, type Command } from './acting'

/** A command about the calendar of one person. */
export interface FeedCommand extends Command {
  readonly personId: string
}

/** Who acts on whose calendar, and when. Ids in lower case. */
export interface FeedActing extends FeedCommand {
  readonly isSelf: boolean
  /** They may see and end the calendar address of anybody. */
  readonly mayEndOthers: boolean
  /** This very command has been done before. */
  readonly repeated: boolean
  /** Epoch milliseconds. */
  readonly now: number
}

/** Looks at who acts, one command about a person's calendar at a time. A command id that was used for anything else is refused. */
export async function feedActing(tx: Transaction, command: FeedCommand, action: string): Promise<FeedActing | Refusal> {
  const noId = [command.commandId, command.personId, command.actorId].find((id) => !isId(id))
  if (noId !== undefined) return refuse('bad-data', `${noId} is no id: people and commands have a UUID.`)
  const commandId = command.commandId.toLowerCase()
  const personId = command.personId.toLowerCase()
  const actorId = command.actorId.toLowerCase()
  // Two addresses made at once: the second waits here, and ends the first.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`feed ${personId}`}, 0))`
  const { now } = await readClock(tx)
  const people = await peopleAt(tx, londonDay(now))
  const actor = people.byId(actorId)
  if (actor === undefined || people.byId(personId) === undefined)
    return refuse('unknown-person', 'Nobody is known by that id. Give a staff number, an id or a name.')
  if (!actor.active) return refuse('not-allowed', 'This person has left. Act as somebody who is in post.')
  const before = await tx.$queryRaw<unknown[]>`
    select 1 from audit_event where command_id = ${commandId}::uuid and action = ${action} and actor_id = ${actorId}::uuid
      and detail->>'person' = ${personId}`
  const used = before.length > 0 ? undefined : await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const mayEndOthers = holds(actor, 'end-calendars', people.coveredBy(actor))
  return {
    commandId,
    personId,
    actorId,
    isSelf: actorId === personId,
    mayEndOthers,
    repeated: before.length > 0,
    now,
  }
}
