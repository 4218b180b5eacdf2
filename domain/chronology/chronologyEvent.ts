import type { LocalDate } from '@js-joda/core'
import type { EventData, EventKind } from './eventKinds'

/** One dated fact about a case. A correction is a new event that supersedes; nothing is edited. */
export type ChronologyEvent = { [K in EventKind]: EventOf<K> }[EventKind]

export interface EventOf<K extends EventKind> {
  readonly id: string
  readonly kind: K
  /** The day it happened, London. */
  readonly on: LocalDate
  /** Ids of the children it concerns; all children of the case when missing. */
  readonly children?: readonly string[]
  readonly data: EventData[K]
  /** The event it corrects. */
  readonly supersedes?: string
  /** It takes the event it supersedes back. */
  readonly void?: boolean
}
