/** What two lists do not share, each line as often as it is missing: a line that stands twice where once was expected is `unexpected` once. */
export function difference(
  expected: readonly string[],
  found: readonly string[],
): { readonly missing: readonly string[]; readonly unexpected: readonly string[] } {
  return { missing: less(expected, found), unexpected: less(found, expected) }
}

function less(these: readonly string[], those: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of those) left.set(line, (left.get(line) ?? 0) + 1)
  return these
    .filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
    .sort()
}
