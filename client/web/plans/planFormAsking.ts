import { textOf } from '../app/formText'

export type Form = Readonly<Record<string, unknown>>

/** What is asked of a form beyond its shape, each with the field where it is put right. */
export interface Asking {
  /** A field that must not be empty; `text` says so. */
  readonly need: (name: string, text: string) => string
  /** The day of three boxes as ISO text. */
  readonly day: (name: string, what: string) => string
  readonly wrong: (text: string, name: string) => void
}

/** Yes, no or not needed with its words; undefined where nothing is answered yet. */
export const readAnswer = (form: Form, name: string): object | undefined =>
  textOf(form, name) === ''
    ? undefined
    : { answer: textOf(form, name), ...optional({ words: textOf(form, `${name}-words`) }) }

/** Only what was typed. */
export const optional = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
