import type { CaseChild } from '../../queries/web/case/caseHead'

/** What a page calls the children of a case, by id: their forenames, with the surname where two share one. */
export function childNames(children: readonly CaseChild[]): ReadonlyMap<string, string> {
  const shared = (forename: string): boolean => children.filter((one) => one.forename === forename).length > 1
  return new Map(
    children.map(({ id, forename, surname }) => [id, shared(forename) ? `${forename} ${surname}` : forename]),
  )
}

/** `Ada and Ben`; nothing for all children, or for the case itself. */
export function whoseWords(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  const known = ids.flatMap((id) => names.get(id) ?? [])
  if (known.length === 0 || known.length === names.size) return known.length === 1 ? (known[0] ?? '') : ''
  return `${known.slice(0, -1).join(', ')}${known.length > 1 ? ' and ' : ''}${known.at(-1) ?? ''}`
}
