import type { EventOf } from '../../chronology/chronologyEvent'
import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'

/** One session in which a case was discussed. */
export interface Session {
  readonly id: string
  /** Of several records of it, one for each child, the one recorded first: a correction never changes which that is. */
  readonly event: Effective<EventOf<'discussed-in-supervision'>>
  /** Whoever any of its records names as absent. */
  readonly absent: ReadonlySet<string>
}

/** The sessions in which a case was discussed, each once, in order of date. */
export function sessionsOf(all: readonly Effective[]): readonly Session[] {
  const byId = new Map<string, Session>()
  for (const event of ofKind(all, 'discussed-in-supervision')) {
    const id = event.data.session
    const other = byId.get(id)
    byId.set(id, {
      id,
      event: other === undefined || event.place < other.event.place ? event : other.event,
      absent: new Set([...(other?.absent ?? []), ...(event.data.absent ?? [])]),
    })
  }
  return [...byId.values()].sort((a, b) => a.event.on.compareTo(b.event.on) || a.event.place - b.event.place)
}
