import type { LocalDate } from '@js-joda/core'
import type { Lane } from '../../agenda/agendaLine'
import type { SessionReader, SessionStepId } from './sessionSteps'

/** A word that was written and still stands. */
export interface SessionTold {
  readonly step: SessionStepId
  readonly subject: string
  /** A reminder's name, or `rung-1`, `rung-2` … */
  readonly tell: string
  readonly to: SessionReader
  /** ISO date: the due date it spoke of. */
  readonly dueOn: string
  /** ISO date, London: the day it was written. */
  readonly toldOn: string
}

export interface SessionLine extends Omit<SessionTold, 'dueOn' | 'toldOn'> {
  readonly dueOn: LocalDate
  readonly lane: Lane
}
