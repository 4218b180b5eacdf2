import type { LocalDate } from '@js-joda/core'
import type { SessionReader, SessionStep, SessionStepId } from './sessionSteps'

/** One thing that has to happen for one session: of an invitee, of a case, or of the session itself. */
export type SessionMatter = MatterDates & MatterStanding

export interface MatterDates {
  readonly step: SessionStepId
  /** A person's id, a case's id, or `session`. */
  readonly subject: string
  /** Civil date, London. While it is waiting, the day it would be due as things stand. */
  readonly dueOn: LocalDate
  /** Sentences that lead to the due date, with the bank holidays that were not counted. */
  readonly why: readonly string[]
  /** The last day on which anything is said of it; null where it is said until it has happened. */
  readonly speaksUntil: LocalDate | null
  /** In order of time. */
  readonly reminders: readonly { readonly step: string; readonly on: LocalDate; readonly to: SessionReader }[]
  readonly ladder: SessionStep['ladder']
}

export type MatterStanding =
  /** Somebody has to do it. */
  | { readonly standing: 'open'; readonly doneOn: null }
  /** Nobody can do it yet: no summary to review, no minutes of a session that is not held. Nothing is said of it. */
  | { readonly standing: 'waiting'; readonly doneOn: null }
  | { readonly standing: 'done'; readonly doneOn: LocalDate }
  /** It has not happened and need not any more. */
  | {
      readonly standing: 'ended'
      readonly doneOn: null
      readonly because: 'cancelled' | 'held' | 'not-held' | 'excused'
    }

export const OPEN = { standing: 'open', doneOn: null } as const
export const WAITING = { standing: 'waiting', doneOn: null } as const
