import type { ImportedEvent, ImportedEventOf } from '../../activities/import/imported'
import type { SsdExtract } from '../../activities/import/ssdExtract'
import type { EventKind } from '../../domain/chronology/eventKinds'

/** One child of an extract with its own events, for counting. */
export interface CountedChild {
  readonly sourceId: string
  readonly family: string
  readonly bornOn: string | null
  of<K extends EventKind>(kind: K): readonly ImportedEventOf<K>[]
}

export function childrenOf({ families }: SsdExtract): readonly CountedChild[] {
  return families.flatMap((family) =>
    family.children.map(({ id, sourceId, bornOn }) => {
      const own = family.events.filter(({ children }) => children.includes(id))
      const of = <K extends EventKind>(kind: K): readonly ImportedEventOf<K>[] =>
        own.filter((event): event is Extract<ImportedEvent, ImportedEventOf<K>> => event.kind === kind)
      return { sourceId, family: family.sourceId, bornOn, of }
    }),
  )
}

/** The upstream record is the same: two events of one row. */
export const sameRecord = (a: ImportedEvent, b: ImportedEvent): boolean => a.source.record === b.source.record

/** A child with a referral that is neither closed nor without further action. */
export const isOpen = (child: CountedChild): boolean =>
  child.of('referral-received').some((referral) => {
    const refused = child
      .of('referral-decided')
      .some((event) => sameRecord(event, referral) && event.data.outcome === 'no-action')
    return !refused && !child.of('case-closed').some((event) => sameRecord(event, referral))
  })

/** How often each value stands in a list. */
export const tally = (values: readonly string[]): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const value of values) found[value] = (found[value] ?? 0) + 1
  return found
}
