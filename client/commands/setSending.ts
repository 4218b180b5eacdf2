import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { ProcessName } from '../../workflows/protocol'
import type { CommandDeps } from './command'
import { foldBacklog } from './foldBacklog'
import { mayRunAuthorityProblem } from './mayRunAuthorityProblem'

export interface SetSending {
  readonly held: boolean
  readonly reason: string
  readonly actorId: string
}

/**
 * Holds all sending, or lets it go again: going live, a restored backup. While it is held messages are made and wait; what has lost its ground by
 * then is never sent, of the steps that have passed only the last is, and of the digests one per reader. Answers undefined, or why it may not be. The same again changes nothing.
 */
export async function setSending({ db, processes }: CommandDeps, command: SetSending): Promise<string | undefined> {
  const answer = await inTransaction(db, (tx) => save(tx, command))
  if (typeof answer === 'string') return answer
  await processes.nudge(answer)
  return undefined
}

async function save(tx: Transaction, { held, reason, actorId }: SetSending): Promise<string | readonly ProcessName[]> {
  const { now } = await readClock(tx)
  const problem = await mayRunAuthorityProblem(tx, { actorId, day: londonDay(now), what: 'hold sending or let it go' })
  if (problem !== undefined) return problem
  const changed =
    await tx.$executeRaw`update authority set sending_held = ${held} where id = 1 and sending_held <> ${held}`
  if (changed === 0) return []
  const id = newId(now)
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${id}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${held ? 'sending-held' : 'sending-released'}, ${id}::uuid,
      ${JSON.stringify({ reason })}::jsonb)`
  if (held) return []
  await foldBacklog(tx, now)
  const waiting = await tx.$queryRaw<
    { id: string }[]
  >`select id from message where state in ('created', 'unsent') order by id`
  return waiting.map((row) => ({ type: 'delivery', id: row.id }))
}
