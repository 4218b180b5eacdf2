import { readClock } from '../../activities/clock'
import { casesWaitingFor } from '../../activities/people/waitingFor'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { auditPeople } from './auditPeople'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { mayCoverProblem } from './mayCoverProblem'
import { peopleAt } from './peopleAt'
import { usedCommand } from './usedCommand'

export interface EndCover {
  readonly coverId: string
  readonly actorId: string
  readonly commandId: string
}

interface Ended {
  readonly accepted: true
  /** It had ended before: nothing was written. */
  readonly repeated: boolean
  /** Cases on which something waits for whoever covered, by id. */
  readonly concerns: readonly string[]
}

/** Ends a cover now: whoever was away is back, and is told again what waits. The same again changes nothing. */
export async function endCover({ db, processes }: CommandDeps, command: EndCover): Promise<Ended | Refusal> {
  const answer = await inTransaction(db, (tx) => save(tx, command))
  if ('accepted' in answer) await processes.nudge(answer.concerns.map((id) => ({ type: 'caseTimeline', id })))
  return answer
}

interface CoverRow {
  readonly person_id: string
  readonly over: boolean
}

async function save(tx: Transaction, { coverId, actorId, commandId }: EndCover): Promise<Ended | Refusal> {
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const [row] = isId(coverId)
    ? await tx.$queryRaw<CoverRow[]>`
        select person_id::text, ended_at is not null or coalesce(to_on < ${today.toString()}::date, false) as over
        from cover where id = ${coverId}::uuid for update`
    : []
  const people = await peopleAt(tx, today)
  const person = row === undefined ? undefined : people.byId(row.person_id)
  if (row === undefined || person === undefined)
    return { refused: 'unknown-cover', todo: `There is no cover ${coverId}. \`caseclock cover list\` has their ids.` }
  const notAllowed = await mayCoverProblem(tx, { person, actorId, people })
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  if (row.over) return { accepted: true, repeated: true, concerns: [] }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  // Who was told in their place, also at the end of a chain of covers: all that was told today stands under people who cover.
  const covering = await tx.$queryRaw<{ id: string }[]>`
    select distinct cover_id::text as id from cover where cover_id is not null and ended_at is null`
  await tx.$executeRaw`
    update cover set ended_by = ${actorId}::uuid, ended_at = ${new Date(now).toISOString()}::timestamptz where id = ${coverId}::uuid`
  await auditPeople(tx, { action: 'cover-ended', actorId, caseId: null, commandId, now, detail: { cover: coverId } })
  const concerns = await casesWaitingFor(
    tx,
    covering.map(({ id }) => id),
  )
  return { accepted: true, repeated: false, concerns }
}
