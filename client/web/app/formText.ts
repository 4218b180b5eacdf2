type Form = Readonly<Record<string, unknown>>

/** Characters of one field that are shown again; a plan or a reason is shorter. */
const LONGEST = 10_000

const textIn = (value: unknown): string | undefined => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : undefined
}

/** A field as it was typed, without the space around it; empty where it did not come. One that came twice is the last. What no table keeps has been refused before: registerPage.ts. */
export const textOf = (form: Form, name: string): string => textIn(form[name])?.trim() ?? ''

/** What was typed, field by field, to show it again. */
export const typedOf = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const text = textIn(value)
      return text === undefined ? [] : [[name, text.slice(0, LONGEST)]]
    }),
  )

/** A field as an optional part of a command: nothing where nothing was typed. */
export const given = <Name extends string>(form: Form, name: Name): { readonly [N in Name]?: string } => {
  const value = textOf(form, name)
  return (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }
}

/** Every value of a field that comes once for each choice. */
export const listOf = (form: Form, name: string): readonly string[] =>
  [form[name]].flat().flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []))

/** Lines of a field, one thing each. */
export const linesOf = (form: Form, name: string): readonly string[] =>
  textOf(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A whole number of minutes as people type it; undefined for anything else. */
export const minutesOf = (form: Form, name: string): number | undefined => {
  const text = textOf(form, name)
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
