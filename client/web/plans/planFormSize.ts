import { textOf } from '../app/formText'

type Form = Readonly<Record<string, unknown>>

/** As many rows as the form was sent with, and one more where that was asked for: never so many that the plan could not be written. */
const rows = (form: Form, name: string, { least, most }: { readonly least: number; readonly most: number }): number => {
  const said = /^\d{1,2}$/.test(textOf(form, name)) ? Number(textOf(form, name)) : least
  return Math.min(most, Math.max(least, said) + (textOf(form, 'step') === `add-${name}` ? 1 : 0))
}

/** How many people of the family the form has room for: a plan names six at most. */
export const peopleRows = (form: Form): number => rows(form, 'people', { least: 2, most: 6 })

/** How many lines the form has room for. */
export const lineRows = (form: Form): number => rows(form, 'lines', { least: 3, most: 40 })
