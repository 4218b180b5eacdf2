import { randomUUID } from 'node:crypto'
import type { Refusal } from '../../commands/command'
import { show, type Answer } from '../app/answer'
import type { DayBoxes } from '../app/formDay'
import { pageWords } from '../app/pageWords'
import { statusOf } from '../app/refusedBy'
import type { Cell, Table } from '../app/table'

/** A field of a form, as admin/admin.njk draws it; one of the kinds below it. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly kind: 'text' | 'day' | 'radios' | 'area' | 'tick' | 'file'
  /** What is wrong with what was typed. */
  readonly wrong?: string
  /** Of an area: how many lines are seen. */
  readonly rows?: number
  /** Of a day. */
  readonly boxes?: DayBoxes
  /** Of radio buttons. */
  readonly items?: readonly { readonly value: string; readonly text: string; readonly checked?: boolean }[]
}

export interface Form {
  readonly action: string
  readonly fields: readonly Field[]
  /** What was decided on the page before and goes with it. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly button: string
  /** It asks for something and changes nothing. */
  readonly get?: true
  /** It brings a file. */
  readonly files?: true
  /** Each form has an id of its own for what it does; sent twice it does it once. */
  readonly command?: string
}

/** A part of a page of administration: what is there is shown, in this order. */
export interface Section {
  readonly heading?: string
  readonly words?: string
  readonly bullets?: readonly string[]
  readonly links?: readonly Cell[]
  readonly table?: Table
  readonly form?: Form
  /** Plain text with its line breaks. */
  readonly text?: string
  /** Something of ours that is no page, in a frame. */
  readonly frame?: { readonly title: string; readonly href: string }
  readonly turns?: { readonly previous: string | undefined; readonly next: string | undefined }
}

/** What was not right with a form. */
export interface Wrong {
  readonly problem: string
  readonly status?: number
  /** The name of the field it is about; missing where it is about the whole. */
  readonly at?: string
  /** Of which form, where more than one has such a field: what it carries unseen as `what`. */
  readonly what?: string
}

export interface AdminPage extends Partial<Wrong> {
  readonly title: string
  readonly sections: readonly Section[]
}

/** A page of administration. A problem stands first, and leads to its field, which says it too. */
export function adminPage({ title, sections, problem, status, at, what }: AdminPage): Answer {
  const isMeant = ({ form }: Section): boolean =>
    form?.fields.some(({ name }) => name === at) === true && (what === undefined || form.hidden?.['what'] === what)
  const found = problem === undefined ? -1 : sections.findIndex(isMeant)
  const field = sections[found]?.form?.fields.find(({ name }) => name === at)
  const href = field === undefined ? '#main-content' : hrefOf(field, found)
  const shown = sections.map((section, index) => (index === found ? saidAt(section, at, problem) : section))
  return show(
    'admin/admin.njk',
    { title, sections: shown.map(withCommand), problems: problem === undefined ? [] : [{ text: problem, href }] },
    status ?? (problem === undefined ? 200 : 422),
  )
}

/** Ids as admin/admin.njk gives them: sections are counted from one, and a day is its first box. */
const hrefOf = ({ kind, name }: Field, index: number): string =>
  kind === 'day' ? `#${name}-day` : `#form${String(index + 1)}-${name}`

const saidAt = ({ form, ...section }: Section, at: string | undefined, wrong: string | undefined): Section =>
  form === undefined || wrong === undefined
    ? section
    : { ...section, form: { ...form, fields: form.fields.map((one) => (one.name === at ? { ...one, wrong } : one)) } }

const withCommand = (section: Section): Section =>
  section.form === undefined
    ? section
    : { ...section, form: { ...section.form, command: section.form.command ?? randomUUID() } }

/** What a command refused, for the page that shows its form again. */
export const refusedBy = (refusal: Refusal): { readonly problem: string; readonly status: number } => ({
  problem: pageWords(refusal.todo),
  status: statusOf(refusal),
})
