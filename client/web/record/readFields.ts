import { textOf } from '../app/formText'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { dayBoxes, formDay, isEmptyDay } from '../app/formDay'
import { fieldShape, type FieldKind } from './fieldKind'
import { fieldWords } from './fieldWords'
import { formFields, offered } from './formFields'

export type Form = Readonly<Record<string, unknown>>

export interface FormProblem {
  readonly text: string
  /** The field to go to: `#f-outcome`. */
  readonly href: string
}

export interface FieldsRead {
  /** Only what was filled in. */
  readonly data: Readonly<Record<string, unknown>>
  readonly problems: readonly FormProblem[]
}

/** The name a field has in the form: a fact has fields of any name, and a form has its own. */
export const inForm = (name: string): string => `f-${name}`

/** The payload of a fact from its form, and what is not right with it. What it means beside other facts is the command's to say. */
export function readFields(kind: EventKind, form: Form): FieldsRead {
  const data: Record<string, unknown> = {}
  const problems: FormProblem[] = []
  for (const [name, schema] of formFields(kind)) {
    const { kind: asked, optional } = fieldShape(schema)
    const label = fieldWords(kind, name) ?? name
    const read = readOne(asked, { kind, form, name, label })
    if ('problem' in read) problems.push({ text: read.problem, href: `#${inForm(name)}` })
    else if (read.value !== undefined) data[name] = read.value
    else if (!optional)
      problems.push({ text: `${label.replace(/\?$/, '')}: ${MISSING[asked.asks]}`, href: `#${inForm(name)}` })
  }
  return { data, problems }
}

const MISSING: Readonly<Record<FieldKind['asks'], string>> = {
  text: 'fill this in',
  lines: 'fill this in',
  day: 'enter a day, like 27 3 2026',
  number: 'enter a number',
  'yes-no': 'say yes or no',
  confirmed: 'tick it when it is so',
  'one-of': 'choose one',
  parts: 'is recorded on a page of its own',
}

interface Field {
  readonly kind: EventKind
  readonly form: Form
  readonly name: string
  readonly label: string
}

function readOne(
  asked: FieldKind,
  { kind, form, name, label }: Field,
): { readonly value: unknown } | { readonly problem: string } {
  const field = inForm(name)
  const text = textOf(form, field)
  switch (asked.asks) {
    case 'day': {
      if (isEmptyDay(form, field)) return { value: undefined }
      const { day, problem } = formDay(form, field, label)
      return day === undefined ? { problem } : { value: day.toString() }
    }
    case 'number':
      if (text === '') return { value: undefined }
      return /^\d{1,3}$/.test(text) ? { value: Number(text) } : { problem: `${label}: enter a whole number, like 2` }
    case 'yes-no':
      return { value: text === 'yes' ? true : text === 'no' ? false : undefined }
    case 'confirmed':
      return { value: text === 'yes' ? true : undefined }
    case 'one-of':
      return { value: offered(kind, name, asked.options).find((option) => String(option) === text) }
    case 'lines': {
      const lines = text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
      return { value: lines.length === 0 ? undefined : lines }
    }
    case 'text':
      return { value: text === '' ? undefined : text }
    case 'parts':
      return { value: undefined }
  }
}

/** A fact that stands as its form would have been filled in, to correct it. */
export function filledIn(kind: EventKind, data: object): Form {
  const known = data as Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  const form: Record<string, string> = {}
  for (const [name, schema] of formFields(kind)) {
    const value = known[name]
    const field = inForm(name)
    if (value === undefined) continue
    if (fieldShape(schema).kind.asks === 'day') {
      const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : []
      Object.assign(form, {
        [`${field}-day`]: String(Number(day)),
        [`${field}-month`]: String(Number(month)),
        [`${field}-year`]: year,
      })
    } else if (typeof value === 'boolean') form[field] = value ? 'yes' : 'no'
    else form[field] = typeof value === 'object' ? value.join('\n') : String(value)
  }
  return form
}

/** The boxes of a day field. */
export const boxesIn = (form: Form, name: string) => dayBoxes(form, inForm(name))
