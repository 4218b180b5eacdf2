/** An event of the chronology as an import meets it. Days are ISO text. */
export interface Recorded {
  readonly id: string
  readonly kind: string
  readonly on: string
  /** Empty: all children of the case. */
  readonly children: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly supersedes: string | null
  readonly void: boolean
  /** Recorded by a person, not by an import. */
  readonly byPerson: boolean
  readonly source: { readonly system: string; readonly record: string } | null
}

/** An event with all its corrections. */
export interface Chain {
  /** Its first version; its id is the name other events and obligations know it by. */
  readonly first: Recorded
  readonly last: Recorded
  /** What an import said last; the first version when a person recorded it. */
  readonly told: Recorded
  /** What a census said last; undefined when none ever did. */
  readonly byCensus: Recorded | undefined
  readonly versions: number
  /** Not taken back. */
  readonly stands: boolean
  /** A person recorded it or corrected it last. */
  readonly byPerson: boolean
}

/** The events of a case in the order in which they were appended, each with its corrections; by the id of the first version. */
export function chains(recorded: readonly Recorded[]): ReadonlyMap<string, Chain> {
  const rootOf = new Map<string, string>()
  const found = new Map<string, Chain>()
  for (const event of recorded) {
    const root = event.supersedes === null ? event.id : (rootOf.get(event.supersedes) ?? event.id)
    rootOf.set(event.id, root)
    const before = found.get(root)
    found.set(root, {
      first: before?.first ?? event,
      last: event,
      told: before === undefined || !event.byPerson ? event : before.told,
      byCensus: event.source?.system === 'census' && !event.byPerson ? event : before?.byCensus,
      versions: (before?.versions ?? 0) + 1,
      stands: !event.void,
      byPerson: event.byPerson,
    })
  }
  return found
}
