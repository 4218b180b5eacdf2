import type { EventOf } from '../chronologyEvent'
import type { EventKind } from '../eventKinds'

/** An event as somebody is about to record it: it has no id yet. */
export type Proposed<K extends EventKind = EventKind> = { [One in K]: Omit<EventOf<One>, 'id'> }[K]
