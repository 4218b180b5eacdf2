import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'
import type { Place, RecordReader } from './recordReader'
import { toldElement } from './toldValue'

/** An event before it has an id: a census has none, so ids are made when all of a child's events are there. */
export interface Draft {
  readonly kind: EventKind
  readonly on: string
  readonly data: EventData[EventKind]
  /** Another event of the child that the data names. */
  readonly names: { readonly field: 'referral' | 'enquiry' | 'of'; readonly draft: Draft } | null
  /** Where its day stands, */
  readonly place: Place
  /** and what else is said of it. */
  readonly valuePlace: Place
  /** What the record says, to tell two events of a kind and day apart whatever their order in the file. */
  readonly content: string
  /** `assumed`: the census does not give the day. */
  readonly day: 'told' | 'assumed'
}

/** A record of a child as the mappings get it. */
export interface CensusRecord {
  readonly read: RecordReader
  readonly content: string
}

interface Of<K extends EventKind> {
  readonly kind: K
  readonly on: string
  readonly data: EventData[K]
  /** The element that gives the day. */
  readonly field: string
  readonly names?: Draft['names']
  readonly day?: Draft['day']
}

/** One event of a record. */
export const draft = <K extends EventKind>(
  { read, content }: CensusRecord,
  { kind, on, data, field, names = null, day = 'told' }: Of<K>,
): Draft => ({
  kind,
  on,
  data,
  names,
  place: read.place(field),
  valuePlace: read.place(toldElement({ kind, data }) ?? field),
  content,
  day,
})
