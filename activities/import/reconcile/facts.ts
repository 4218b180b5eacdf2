import type { NewEvent } from '../../chronology/appendEvents'
import type { Finding } from '../finding'
import type { ImportedEvent } from '../imported'
import type { Recorded } from './recorded'

/** Where an upstream record is in the extract that is being taken. */
export type Whereabouts =
  /** Among the rows of this case, and taken. */
  | 'taken'
  /** There, but it could not be taken or not be read: what it said before stays. */
  | 'left-out'
  /** There, about a child of another case. */
  | 'elsewhere'
  | 'gone'

/** Which event of this case speaks for an upstream record: another id upstream, or a person's own words. */
export interface Tie {
  readonly record: string
  readonly kind: string
  /** The first version of the event. */
  readonly eventId: string
  /** Whom the record told of when it was last there; null when that was not kept. */
  readonly children: readonly string[] | null
}

export interface FactsBefore {
  /** All events of the case, as they were appended. */
  readonly recorded: readonly Recorded[]
  readonly ties: readonly Tie[]
  /** Ids of events that other cases have: an id is used once. */
  readonly taken: ReadonlySet<string>
  /** Events of a census since which another one has told of the same child: what that says otherwise is its own to say. */
  readonly retold: ReadonlySet<string>
}

export interface FactsNow {
  /** The system that tells them. Events of other systems are left alone. */
  readonly system: 'ssd' | 'census'
  readonly caseId: string
  readonly events: readonly ImportedEvent[]
  readonly whereabouts: (record: string) => Whereabouts
  /** Where in its file a record stands now. */
  readonly lineOf: (record: string) => number | null
}

export interface Reconciled {
  readonly append: readonly NewEvent[]
  readonly ties: readonly Tie[]
  readonly findings: readonly Finding[]
}
