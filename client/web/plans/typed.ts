type Form = Readonly<Record<string, unknown>>

/** Characters of one field that are taken; a plan or a reason is shorter. */
const LONGEST = 10_000

/** What was typed, field by field, to show it again. A field that came twice is the last one; the empty character, which no database keeps, is left out. */
export const typedOf = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[name, last.slice(0, LONGEST).replaceAll('\0', '')]] : []
    }),
  )

/** One field without the space around it; empty where it is missing. */
export const typed = (form: Form, name: string): string => (typedOf({ [name]: form[name] })[name] ?? '').trim()

/** A field as an optional part of a command: nothing where nothing was typed. */
export const given = <Name extends string>(form: Form, name: Name): { readonly [N in Name]?: string } => {
  const value = typed(form, name)
  return (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }
}

/** A field that may come several times: what was ticked. */
export const ticked = (form: Form, name: string): readonly string[] =>
  [form[name]].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** Lines of a field, one thing each. */
export const lines = (form: Form, name: string): readonly string[] =>
  typed(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
