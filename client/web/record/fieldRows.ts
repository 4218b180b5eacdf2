import { textOf } from '../app/formText'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import type { Recordable } from '../../queries/web/recordable'
import { choicesFor, type Choice } from './choices'
import { fieldShape, type FieldShape } from './fieldKind'
import { fieldWords, optionWords } from './fieldWords'
import { formFields, offered } from './formFields'
import { boxesIn, inForm, type Form, type FormProblem } from './readFields'

/** One field as GOV.UK's macros take it: exactly one of these is there. */
export interface FieldRow {
  readonly input?: object
  readonly textarea?: object
  readonly radios?: object
  readonly select?: object
  readonly tick?: object
  readonly day?: {
    readonly name: string
    readonly label: string
    readonly boxes: object
    readonly problem?: string | undefined
  }
}

/** Where more than a few words are written. */
const LONG: ReadonlySet<string> = new Set([
  ...['childView', 'parentsView', 'reason', 'words', 'participation', 'about', 'what', 'decision', 'repeatReason'],
])

/** The fields of a kind as they stand in its form: what was typed, and what is wrong with it. */
export const fieldRows = (
  kind: EventKind,
  form: Form,
  { from, problems }: { readonly from: Recordable; readonly problems: readonly FormProblem[] },
): readonly FieldRow[] =>
  formFields(kind).map(([name, schema]) => {
    const problem = problems.find(({ href }) => href === `#${inForm(name)}`)?.text
    return rowOf({ kind, name, form, problem, shape: fieldShape(schema), choices: choicesFor(kind, name, from) })
  })

interface Asked {
  readonly kind: EventKind
  readonly name: string
  readonly form: Form
  readonly problem: string | undefined
  readonly shape: FieldShape
  readonly choices: readonly Choice[] | undefined
}

function rowOf({ kind, name, form, problem, shape: { kind: asked, optional }, choices }: Asked): FieldRow {
  const field = inForm(name)
  const value = textOf(form, field)
  const text = `${fieldWords(kind, name) ?? name}${optional ? ' (if known)' : ''}`
  const wrong = problem === undefined ? {} : { errorMessage: { text: problem } }
  const common = { id: field, name: field, label: { text, classes: 'govuk-label--s' }, ...wrong }
  const radios = (items: readonly Choice[]): FieldRow => ({
    radios: {
      ...{ idPrefix: field, name: field, ...wrong },
      classes: items.length < 4 ? 'govuk-radios--small govuk-radios--inline' : 'govuk-radios--small',
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      items: items.map((item) => ({ ...item, checked: item.value === value })),
    },
  })
  if (choices !== undefined)
    return {
      select: {
        ...common,
        items: [{ value: '', text: choices.length === 0 ? 'There is none on this case' : 'Choose' }, ...choices].map(
          (item) => ({ ...item, selected: item.value === value }),
        ),
      },
    }
  const unsaid: readonly Choice[] = optional ? [{ value: '', text: 'Not recorded' }] : []
  switch (asked.asks) {
    case 'yes-no':
      return radios([{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, ...unsaid])
    case 'one-of':
      return radios([
        ...offered(kind, name, asked.options).map((option) => ({
          value: String(option),
          text: optionWords(kind, name, option),
        })),
        ...unsaid,
      ])
    case 'day':
      return { day: { name: field, label: text, boxes: boxesIn(form, name), problem } }
    case 'confirmed':
      return {
        tick: { idPrefix: field, name: field, ...wrong, items: [{ value: 'yes', text, checked: value === 'yes' }] },
      }
    case 'lines':
      return { textarea: { ...common, value, rows: 3 } }
    case 'number':
      return { input: { ...common, value, inputmode: 'numeric', classes: 'govuk-input--width-3' } }
    case 'text':
      return LONG.has(name) ? { textarea: { ...common, value, rows: 3 } } : { input: { ...common, value } }
    case 'parts':
      return {}
  }
}
