import type { ImportedChild, ImportedFamily, ImportedPerson, ImportedTeam } from '../../../activities/import/imported'
import type { SsdTable } from '../../../activities/import/ssdTables'
import type { SSD_HEADERS } from '../../../client/demo-county/ssdHeaders'
import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'

type Part<T> = Extract<keyof T, string>

/** A column of a table as the standard has it. */
export type Column<T extends SsdTable> = (typeof SSD_HEADERS)[T][number]

/** The kind alone: whether there is such an event. `record`: the upstream row it names as its source. */
type EventEffect = { [K in EventKind]: K | `${K} ${'on' | 'child' | 'record' | Part<EventData[K]>}` }[EventKind]
type FindingEffect = { [T in SsdTable]: `${'warning' | 'rejected'} ${T}.${Column<T>}` }[SsdTable]

/** One thing that can differ between two imports. The compiler refuses kinds, parts and columns that do not exist. */
export type Effect =
  | EventEffect
  | FindingEffect
  | 'case'
  | `case ${Part<Omit<ImportedFamily, 'events'>>}`
  | 'child'
  | `child ${Part<ImportedChild>}`
  | 'person'
  | `person ${Part<ImportedPerson>}`
  | 'team'
  | `team ${Part<ImportedTeam>}`
