import type { SsdRow } from './ssdRow'
import type { EventRows } from './rowShapes'
import type { SsdTable } from './ssdTables'

/** All that an extract says about the children of one case. */
export interface FamilyRows {
  /** The family's upstream id, or `child-<id>` for a child in no family. */
  readonly sourceId: string
  /** Rows of ssd_person, by child. */
  readonly people: ReadonlyMap<string, SsdRow>
  /** Rows that become events, as the file has them. */
  readonly rows: EventRows
  /** `table/record` of what stands in the extract and cannot be read. */
  readonly unreadable: ReadonlySet<string>
}

/** `table/record`, as events name where they come from. */
export const recordName = (table: SsdTable, id: string): string => `${table}/${id}`
