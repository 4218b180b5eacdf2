import type { ImportedEvent } from '../imported'
import type { Chain } from './recorded'
import type { FactsNow, Tie } from './facts'

/** The event of every record and kind that one system has told before. A record with an event of its own is that event, whatever spoke for it once. */
export function chainsByRecord(
  all: ReadonlyMap<string, Chain>,
  ties: readonly Tie[],
  system: FactsNow['system'],
): ReadonlyMap<string, Chain> {
  const found = new Map<string, Chain>()
  for (const { record, kind, eventId } of ties) {
    const chain = all.get(eventId)
    if (chain !== undefined && systemOf(record) === system) found.set(nameOf(record, kind), chain)
  }
  for (const chain of all.values()) {
    const { source, kind } = chain.first
    if (source?.system === system) found.set(nameOf(source.record, kind), chain)
  }
  return found
}

/** The live extract names its records by table; a census has the child first. */
const systemOf = (record: string): FactsNow['system'] => (record.startsWith('ssd_') ? 'ssd' : 'census')

/**
 * The event a row has told before. When a record that was taken for another one is there beside it, an event of an import is told by one of
 * them: by that it came from, else by the first by name. The other row tells an event of its own.
 */
export function owners(
  byRecord: ReadonlyMap<string, Chain>,
  { events }: FactsNow,
): (event: ImportedEvent) => Chain | undefined {
  const teller = new Map<string, string>()
  const isFirst = (name: string, { first }: Chain): boolean =>
    first.source !== null && nameOf(first.source.record, first.kind) === name
  for (const name of events.map(({ source, kind }) => nameOf(source.record, kind)).sort()) {
    const chain = byRecord.get(name)
    if (chain !== undefined && (isFirst(name, chain) || !teller.has(chain.first.id))) teller.set(chain.first.id, name)
  }
  return ({ source, kind }) => {
    const name = nameOf(source.record, kind)
    const chain = byRecord.get(name)
    return chain === undefined || chain.first.source === null || teller.get(chain.first.id) === name ? chain : undefined
  }
}

export const nameOf = (record: string, kind: string): string => `${record} ${kind}`
export const splitName = (name: string): readonly [record: string, kind: string] => {
  const at = name.lastIndexOf(' ')
  return [name.slice(0, at), name.slice(at + 1)]
}
