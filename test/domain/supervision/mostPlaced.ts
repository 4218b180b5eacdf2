/**
 * How many of some cases could have a slot at most: a maximum matching of cases with single slots, by Kuhn's search for one more. Not how the planner does it,
 * so that one can be held against the other. `could`: for each case the sessions it could be in.
 */
export function mostPlaced(could: readonly (readonly number[])[], capacities: readonly number[]): number {
  const inside: number[][] = capacities.map(() => [])
  const findSlot = (one: number, seen: Set<number>): boolean => {
    for (const session of could[one] ?? []) {
      if (seen.has(session)) continue
      seen.add(session)
      const slots = inside[session] ?? []
      if (slots.length < (capacities[session] ?? 0)) {
        slots.push(one)
        return true
      }
      const leaver = slots.findIndex((other) => findSlot(other, seen))
      if (leaver >= 0) {
        slots[leaver] = one
        return true
      }
    }
    return false
  }
  return could.filter((_, one) => findSlot(one, new Set())).length
}
