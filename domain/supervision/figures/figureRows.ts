import type { LocalDate } from '@js-joda/core'
import type { SessionFacts } from '../session/sessionFacts'

/** What the figures are made of: plain rows, in any order. Days are civil dates, London; months `2027-03`. */
export interface FigureRows {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  /** Those of the months asked for, and of each team the last one held before them. */
  readonly sessions: readonly FigureSession[]
  /** Which case has a place in which of these sessions, or was discussed in it. */
  readonly places: readonly FigurePlace[]
  /** Who is invited to those that were held; nobody who was invited once and is no longer. */
  readonly attendance: readonly FigureAttendance[]
  /** Every case that the rows name. */
  readonly cases: readonly FigureCase[]
  readonly asked: readonly AskedMonth[]
  readonly discussions: readonly RecordedDiscussion[]
}

export interface FigureSession {
  readonly id: string
  readonly teamId: string
  readonly on: LocalDate
  /** London wall time, `09:30`. */
  readonly at: string
  readonly state: SessionFacts['state']
  /** Why it was cancelled or not held. */
  readonly why: string | null
  /** The day this date was diarised; of a session that was moved, the day it was moved. */
  readonly diarisedOn: LocalDate
  readonly minutesOutOn: LocalDate | null
  readonly sampled: boolean
  readonly checked: boolean
}

export interface FigurePlace {
  readonly sessionId: string
  readonly caseId: string
  readonly placedOn: LocalDate
  /** Null until the session was held. */
  readonly discussed: boolean | null
  readonly whyNot: string | null
  readonly summaryWrittenOn: LocalDate | null
}

export interface FigureAttendance {
  readonly sessionId: string
  readonly personId: string
  readonly name: string
  /** As what they are invited: `social-worker`, `chair`. */
  readonly role: string
  readonly attended: boolean
  /** Their absence was approved. */
  readonly approved: boolean
}

export interface FigureCase {
  readonly id: string
  readonly ref: string
  /** The team it is with now. */
  readonly teamId: string | null
  readonly restricted: boolean
}

/** A month in which group supervision asks for a discussion of a case: the obligation `gcs-month`, unless its ground was taken back. */
export interface AskedMonth {
  readonly caseId: string
  readonly month: string
  readonly state: 'open' | 'met' | 'met-late' | 'cancelled' | 'not-known'
  /** The day it was met, or the case left group supervision. */
  readonly endedOn: LocalDate | null
  /** Why there is no place for it, where that stands as a named gap. */
  readonly gap: string | null
}

/** A discussion as it was recorded in a case's chronology. */
export interface RecordedDiscussion {
  readonly caseId: string
  readonly on: LocalDate
  /** The session it names. Before sessions were kept here it is known nowhere else. */
  readonly sessionId: string
  /** The team that held that session; null where the session is not kept here. */
  readonly teamId: string | null
  /** False once it was corrected or taken back. */
  readonly stands: boolean
}
