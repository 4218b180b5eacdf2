/** A line for the cases a reader may not open; empty where there is none. */
export function notShown(cases: readonly { readonly state: string }[]): string {
  const n = cases.filter(({ state }) => state === 'restricted').length
  if (n === 0) return ''
  return n === 1 ? '1 case is restricted and not shown.' : `${String(n)} cases are restricted and not shown.`
}
