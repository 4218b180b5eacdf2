/** So many of so many; null of nothing, which is no share at all. Never a bare percentage: who reads it sees how few it is made of. */
export type Share = { readonly n: number; readonly of: number } | null

/** How many there are of each kind, of all of them: the parts of one tally add up to what they are of. */
export type Tally<K extends string> = Readonly<Record<K, Share>>

export const shareOf = (n: number, of: number): Share => (of === 0 ? null : { n, of })

export const tally = <K extends string, T>(
  kinds: readonly K[],
  things: readonly T[],
  kindOf: (thing: T) => K,
): Tally<K> =>
  Object.fromEntries(
    kinds.map((kind) => [kind, shareOf(things.filter((one) => kindOf(one) === kind).length, things.length)]),
  ) as Tally<K>
