import type { Role } from '../../domain/access/role'
import type { EventData, EventKind } from '../../domain/chronology/eventKinds'

/** What an import makes of a council's files, before anything is written. Dates are ISO text. */
export interface ImportedTeam {
  readonly id: string
  readonly sourceId: string
  readonly name: string
  readonly parentId: string | null
}

export interface ImportedPerson {
  readonly id: string
  readonly sourceId: string
  /** Their staff number, or the upstream id without one: the front of their address. */
  readonly staffId: string
  /** Whether mail to that address reaches this person and nobody else. */
  readonly ownsAddress: boolean
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly left: boolean
  readonly roles: readonly { readonly role: Role; readonly teamId: string | null }[]
}

export interface ImportedChild {
  readonly id: string
  readonly sourceId: string
  /** Null: the source has no names (a census). A name that is known already stays. */
  readonly forename: string | null
  readonly surname: string | null
  readonly bornOn: string | null
  readonly expectedOn: string | null
  readonly diedOn: string | null
}

export type SourceSystem = 'ssd' | 'census'

export type ImportedEvent = { [K in EventKind]: ImportedEventOf<K> }[EventKind]

export interface ImportedEventOf<K extends EventKind> {
  readonly id: string
  readonly kind: K
  readonly on: string
  readonly children: readonly string[]
  readonly data: EventData[K]
  /** Its day is that of the first extract that shows it, because no row tells it: it keeps that day. */
  readonly firstSeen?: true
  /** The upstream record: table and id; of a census, which has no ids, the child and the day. One of a kind within its system. */
  readonly source: { readonly system: SourceSystem; readonly record: string }
}

/** A family is a case. */
export interface ImportedFamily {
  readonly id: string
  readonly sourceId: string
  readonly ref: string
  readonly teamId: string | null
  readonly open: boolean
  readonly children: readonly ImportedChild[]
  /** By date, then table, then record. */
  readonly events: readonly ImportedEvent[]
}
