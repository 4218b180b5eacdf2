import type { ImportedChild, ImportedEvent } from '../imported'

/** What of an event is compared. */
export type KnownEvent = Pick<ImportedEvent, 'kind' | 'on' | 'children' | 'data'>

/** What the live extract has told about some children, a case of it for instance. */
export interface KnownCase {
  readonly children: readonly Pick<ImportedChild, 'id' | 'bornOn'>[]
  readonly events: readonly KnownEvent[]
}
