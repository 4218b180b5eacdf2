import type { Problem } from './caseForm'
import { boxesTyped } from './boxesTyped'
import type { Typed } from './planFormFilled'

export interface Choice {
  readonly value: string
  readonly text: string
}

/** One field as its macro of the page takes it. */
export type FieldShown = Readonly<Partial<Record<'input' | 'textarea' | 'select' | 'radios' | 'tick' | 'day', object>>>

/** Makes the fields of a form: each with what was typed, and with what is wrong with it. */
export function planFormFields(typed: Typed, problems: readonly Problem[]) {
  const wrong = (id: string): string | undefined => problems.find(({ href }) => href === `#${id}`)?.text
  const about = (name: string, label: string, hint?: string) => {
    const problem = wrong(name)
    return {
      ...{ id: name, name, value: typed[name] ?? '', label: { text: label } },
      ...(hint === undefined ? {} : { hint: { text: hint } }),
      ...(problem === undefined ? {} : { errorMessage: { text: problem } }),
    }
  }
  return {
    input: (name: string, label: string, hint?: string): FieldShown => ({ input: about(name, label, hint) }),
    textarea: (name: string, label: string, hint?: string): FieldShown => ({
      textarea: { ...about(name, label, hint), rows: 3 },
    }),
    select: (name: string, label: string, items: readonly Choice[], hint?: string): FieldShown => ({
      select: { ...about(name, label, hint), items },
    }),
    radios: (name: string, label: string, items: readonly Choice[], hint?: string): FieldShown => ({
      radios: {
        ...about(name, label, hint),
        ...{ idPrefix: name, items, classes: 'govuk-radios--small' },
        fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
      },
    }),
    /** Boxes to tick, each with a name of its own. */
    tick: (items: readonly { readonly name: string; readonly text: string }[], label?: string): FieldShown => {
      const [first] = items
      const problem = wrong(first?.name ?? '')
      return {
        tick: {
          ...{ idPrefix: first?.name ?? '', name: first?.name ?? '', classes: 'govuk-checkboxes--small' },
          ...(label === undefined
            ? {}
            : { fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } } }),
          ...(problem === undefined ? {} : { errorMessage: { text: problem } }),
          items: items.map(({ name, text }) => ({
            ...{ name, text, value: 'yes', checked: (typed[name] ?? '') !== '' },
            ...(name === first?.name ? {} : { id: name }),
          })),
        },
      }
    },
    day: (name: string, label: string, hint?: string): FieldShown => ({
      day: { name, label, hint, boxes: boxesTyped(typed, name), problem: wrong(`${name}-day`) },
    }),
  }
}

export type PlanFormFields = ReturnType<typeof planFormFields>
