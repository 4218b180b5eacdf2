/** Texts that are named; a program has a hundred or so. */
const MOST = 500

/**
 * Names statements by their text, so that a connection parses and plans each once. What comes after the first few hundred texts stays without a
 * name: a connection keeps every named one for ever.
 */
export function statementNames(most = MOST): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= most) return ''
    const name = `s${String(names.size + 1)}`
    names.set(sql, name)
    return name
  }
}
