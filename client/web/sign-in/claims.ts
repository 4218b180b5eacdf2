type Claims = Readonly<Record<string, unknown>>

/** What a claim names somebody by. Undefined where it is missing, is no text, or is an address of which the provider itself says that it was never shown to be theirs. */
export function claimText(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (name === 'email' && (claims['email_verified'] === false || claims['email_verified'] === 'false')) return undefined
  return value.trim()
}

/** The values of a claim that is a list, or one text with spaces between; none where it is missing. */
export function claimTexts(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  const list: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s+/) : []
  return list.filter((one): one is string => typeof one === 'string' && one !== '')
}
