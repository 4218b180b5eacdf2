import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'
import type { ImportedEvent } from '../imported'
import type { SsdRow } from '../ssdRow'
import type { RowReader } from '../rowReader'
import type { SsdTable } from '../ssdTables'
import { stableId } from '../stableId'

/** What the mapping of one row may look at besides the row. */
export interface MapContext {
  /** The day of the extract, ISO. */
  readonly asAt: string
  /** Referral date by referral id: a transfer-in is notified on it. */
  readonly referralDate: ReadonlyMap<string, string>
  /** Plans that a review ended on a day: `plan id|day`. */
  readonly endedByReview: ReadonlySet<string>
  /** By child: the days on which something shows why a plan ended. */
  readonly whyEnded: (child: string, day: string) => 'died' | 'adult' | 'looked-after' | 'moved' | null
  /** How many plans of its own a child had before a day. */
  readonly plansBefore: (child: string, day: string) => number
  readonly leavers: ReadonlySet<string>
}

export type MapRow = (row: SsdRow, read: RowReader, context: MapContext) => readonly ImportedEvent[]

/** The id of the event a record becomes: other records name it. */
export const eventId = (table: SsdTable, record: string, kind: EventKind): string =>
  stableId('event', 'ssd', table, record, kind)

export const personId = (record: string): string => stableId('person', 'ssd', record)
export const childId = (record: string): string => stableId('child', 'ssd', record)
export const teamId = (record: string): string => stableId('team', 'ssd', record)

/** One event of a row. */
export function event<K extends EventKind>(
  row: SsdRow,
  child: string,
  kind: K,
  on: string,
  data: EventData[K],
): ImportedEvent {
  return {
    id: eventId(row.table, row.id, kind),
    kind,
    on,
    children: [childId(child)],
    data,
    source: { system: 'ssd', record: `${row.table}/${row.id}` },
  } as ImportedEvent
}

/** The same event, marked: no row tells its day, so it keeps that of the first extract that shows it. */
export const firstSeen = (shown: ImportedEvent): ImportedEvent => ({ ...shown, firstSeen: true })

/** Whether a flag of an outcome field is set. A missing flag, `N` and an empty one all mean that it is not. */
export function outcomeFlag(json: string, flag: string): boolean {
  if (json === '') return false
  try {
    return (JSON.parse(json) as Record<string, unknown>)[flag] === 'Y'
  } catch {
    return false // an outcome that cannot be read counts as not set; the dates of the row decide
  }
}
