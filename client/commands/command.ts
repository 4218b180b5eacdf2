import type { ProcessName } from '../../workflows/protocol'
import type { Processes } from '../../activities/deps'
import type { Database } from '../../prisma/database'

/** What every command is handed. `actorId` is the person acting; null where nobody is named (the machine imports at night). */
export interface CommandDeps {
  readonly db: Database
  readonly processes: Processes
}

/** Expected refusals are returned, never thrown: what a person can cause is answered with what to do. */
export type Refusal = {
  readonly refused:
    | 'unknown-case'
    | 'unknown-kind'
    | 'bad-data'
    | 'not-allowed'
    | 'changed-since'
    | 'unknown-escalation'
    | 'already-ended'
    | 'answered-already'
    | 'at-the-top'
    | 'unknown-import'
    | 'not-waiting'
    | 'known-already'
    | 'unknown-person'
    | 'unknown-cover'
    | 'unknown-message'
    | 'still-on-its-way'
    | 'unknown-session'
    | 'unknown-conference'
    | 'unknown-follow-up'
  readonly todo: string
}

export interface Accepted {
  readonly accepted: true
  /** The same command sent again: nothing was appended, this is the first answer. */
  readonly repeated: boolean
  readonly factsVersion: number
  readonly eventIds: readonly string[]
  /** Who is nudged, after the commit. */
  readonly concerns: readonly ProcessName[]
}

export type CommandAnswer = Accepted | Refusal

export const isRefusal = (answer: CommandAnswer): answer is Refusal => 'refused' in answer
