type Form = Readonly<Record<string, unknown>>

/** A field as it was typed, without the spaces around it; empty where it did not come. */
export const textOf = (form: Form, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Every value of a field that comes once for each choice. */
export const listOf = (form: Form, name: string): readonly string[] =>
  [form[name]].flat().flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []))

/** A whole number of minutes as people type it; undefined for anything else. */
export const minutesOf = (form: Form, name: string): number | undefined => {
  const text = textOf(form, name)
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
