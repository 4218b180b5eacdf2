/** A line for the cases a reader does not see; empty where there is none. */
export function notShown(cases: readonly { readonly state: string }[]): string {
  const n = cases.filter(({ state }) => state === 'restricted').length
  if (n === 0) return ''
  return n === 1
    ? '1 case is restricted, or not open to you any more, and not shown.'
    : `${String(n)} cases are restricted, or not open to you any more, and not shown.`
}
