import type { CommandDeps } from '../command'
import { manages, refuse, sessionCommand, type Answered, type Command } from './acting'

export interface QualityCheck extends Command {
  readonly sessionId: string
  /** What was found, and what follows from it. */
  readonly words: string
}

/** A manager has looked at a session and its minutes again. Idempotent by command id. */
export const qualityCheck = (deps: CommandDeps, command: QualityCheck): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-quality-check', concerns: 'session' }, async (tx, acting) => {
    const { session, actor, now } = acting
    if (!manages(acting))
      return refuse('not-allowed', 'Only a manager of the team, or one above, checks its sessions. Ask one of them.')
    if (!session.minutesOut) return refuse('bad-data', 'The minutes are not out yet: there is nothing to check.')
    if (session.checked) return refuse('answered-already', 'This session has been checked already.')
    const words = command.words.trim()
    if (words === '') return refuse('bad-data', 'Say what was found: --found.')
    await tx.$executeRaw`
      update session set checked_at = ${new Date(now).toISOString()}::timestamptz, checked_by = ${actor.id}::uuid, checked_words = ${words} where id = ${session.id}::uuid`
    return {}
  })
