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
  readonly turns?: { readonly previous: string | undefined; readonly next: string | undefined }
}

export interface AdminPage {
  readonly title: string
  readonly sections: readonly Section[]
  readonly problem?: string | undefined
  readonly status?: number
}

/** A page of administration. A problem stands first, and leads to the form. */
export const adminPage = ({ title, sections, problem, status }: AdminPage): Answer =>
  show(
    'admin/admin.njk',
    {
      title,
      sections: sections.map((section) => withCommand(section)),
      problems: problem === undefined ? [] : [{ text: problem, href: '#main-content' }],
    },
    status ?? (problem === undefined ? 200 : 422),
  )

const withCommand = (section: Section): Section =>
  section.form === undefined
    ? section
    : { ...section, form: { ...section.form, command: section.form.command ?? randomUUID() } }

/** What a command refused, for the page that shows its form again. */
export const refusedBy = (refusal: Refusal): { readonly problem: string; readonly status: number } => ({
  problem: pageWords(refusal.todo),
  status: statusOf(refusal),
})
