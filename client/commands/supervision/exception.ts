import { policeAlone } from '../../../domain/access/policeAlone'
import type { CommandDeps, Refusal } from '../command'
import {
  manages,
  NOT_ORGANISER,
  organises,
  refuse,
  sessionCommand,
  type Answered,
  type Command,
  type SessionActing,
} from './acting'

/** Why somebody cannot come, and who comes in their place. */
export interface AskException extends Command {
  readonly sessionId: string
  readonly personId: string
  readonly reason: string
  /** Null: nobody. */
  readonly coverId: string | null
}

const MOST_LETTERS = 500

/** Asks that somebody may stay away: reason and cover, for the team manager to approve. Who asks declines. Idempotent by command id. */
export const askException = (deps: CommandDeps, command: AskException): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-exception', concerns: 'session' }, async (tx, acting) => {
    const { personId, coverId } = command
    const { session, actor, today } = acting
    if (actor.id !== personId && !organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
    if (session.state !== 'planned')
      return refuse('already-ended', 'This session is no longer planned: nobody has to excuse themselves.')
    const reason = command.reason.trim()
    if (reason === '' || reason.length > MOST_LETTERS)
      return refuse('bad-data', `Say why, in ${String(MOST_LETTERS)} letters at most: --reason.`)
    const problem = coverProblem(acting, { personId, coverId })
    if (problem !== undefined) return problem
    const changed = await tx.$executeRaw`
      update attendance set reply = 'declined', replied_on = coalesce(case when reply = 'declined' then replied_on end, ${today.toString()}::date),
        reply_how = coalesce(reply_how, 'command'), exception_reason = ${reason}, cover_id = ${coverId}::uuid, exception_asked_on = ${today.toString()}::date,
        approved = null, decided_on = null, decided_by = null
      where session_id = ${session.id}::uuid and person_id = ${personId}::uuid and uninvited_on is null`
    return changed === 0
      ? refuse('unknown-person', 'This person is not invited to the session.')
      : { detail: { person: personId, cover: coverId } }
  })

/** Whoever comes in somebody's place reads what they would have read. */
function coverProblem(
  { people }: SessionActing,
  { personId, coverId }: Pick<AskException, 'personId' | 'coverId'>,
): Refusal | undefined {
  if (coverId === null) return undefined
  const cover = people.byId(coverId)
  if (cover?.active !== true || coverId === personId)
    return refuse('unknown-person', 'Who covers is somebody else in post. Name them with --cover.')
  return policeAlone(cover)
    ? refuse('not-allowed', 'Police come to no session that reads whole records. Name somebody else with --cover.')
    : undefined
}

export interface DecideException extends Command {
  readonly sessionId: string
  readonly personId: string
  readonly approved: boolean
}

/** A manager of the team approves that somebody stays away, or not; nobody decides on their own. Idempotent by command id. */
export const decideException = (deps: CommandDeps, command: DecideException): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-exception-decided', concerns: 'session' },
    async (tx, acting) => {
      const { personId, approved } = command
      const { session, actor, today } = acting
      if (!manages(acting))
        return refuse(
          'not-allowed',
          'Only a manager of the team decides whether somebody may stay away. Ask one of them.',
        )
      if (actor.id === personId)
        return refuse('not-allowed', 'Nobody approves their own absence. Ask the manager above.')
      const [asked] = await tx.$queryRaw<{ reply: string | null; reason: string | null; cover: string | null }[]>`
      select reply, exception_reason as reason, cover_id::text as cover from attendance
      where session_id = ${session.id}::uuid and person_id = ${personId}::uuid and uninvited_on is null`
      if (asked === undefined) return refuse('unknown-person', 'This person is not invited to the session.')
      if (asked.reply !== 'declined' || asked.reason === null)
        return refuse(
          'bad-data',
          'Nobody has said why this person cannot come. Record it first: caseclock supervision excuse.',
        )
      const problem = approved ? coverProblem(acting, { personId, coverId: asked.cover }) : undefined
      if (problem !== undefined) return problem
      if (approved && asked.cover === null)
        return refuse(
          'bad-data',
          'Nobody is named to come in their place. Name somebody first: caseclock supervision excuse … --cover WHO.',
        )
      await tx.$executeRaw`
      update attendance set approved = ${approved}, decided_on = ${today.toString()}::date, decided_by = ${actor.id}::uuid
      where session_id = ${session.id}::uuid and person_id = ${personId}::uuid`
      return { detail: { person: personId, approved } }
    },
  )
