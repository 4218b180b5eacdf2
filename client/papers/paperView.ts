import type { LocalDate } from '@js-joda/core'

/** What every paper of a session says of it, and of itself. */
export interface PaperView {
  /** The team's name. */
  readonly team: string
  /** The day of the session, and when it begins: London wall time, `09:30`. */
  readonly on: LocalDate
  readonly at: string
  /** Empty where none is known. */
  readonly room: string
  readonly chair: string | null
  /** For whom it was made, by name, on which day and at what London wall time. */
  readonly madeFor: string
  readonly madeOn: LocalDate
  readonly madeAt: string
  /** The authority's own line: whom to ring. */
  readonly emergencyLine: string
}

/** A child of a case, named: papers are only for people who may see the case. */
export interface PaperChild {
  /** As in the facts of the case. */
  readonly id: string
  readonly name: string
  readonly bornOn: LocalDate | null
  readonly expectedOn: LocalDate | null
}

/** What a paper says of a case its reader may open. */
export interface PaperCase {
  readonly ref: string
  readonly children: readonly PaperChild[]
  /** The allocated worker's name; null where nobody is allocated. */
  readonly worker: string | null
}

/** A case its reader may not open: it is counted, keeps its place, and nothing else of it may be known. */
export interface RestrictedCase {
  readonly state: 'restricted'
}
