import { textOf } from '../app/formText'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { ReadableCase } from '../../queries/reading/readableCase'
import type { DueOnCase } from '../../queries/web/dueOnCase'
import type { Recordable } from '../../queries/web/recordable'
import { dayBoxes } from '../app/formDay'
import { dayWords } from '../app/momentWords'
import { fieldRows } from './fieldRows'
import { elsewhere } from './elsewhere'
import { kindWords } from './kindWords'
import { type Form, type FormProblem } from './readFields'
import type { SetsShown } from './setsWords'

/** A form as it is to be shown: as it opens, or again with what was typed. */
export interface FormShown {
  readonly about: ReadableCase
  readonly kind: EventKind
  readonly form: Form
  readonly from: Recordable
  readonly due: DueOnCase | null
  readonly problems?: readonly FormProblem[]
  /** What recording it sets; missing until it was checked. */
  readonly sets?: SetsShown
  /** What was recorded on the case meanwhile. */
  readonly isNew?: readonly string[]
}

/** What the view shows of it. A form that takes something back asks for nothing. */
export function formPage({ about, kind, form, from, due, problems = [], sets, isNew = [] }: FormShown): object {
  const isVoid = textOf(form, 'void') === '1'
  const corrects = textOf(form, 'corrects')
  const isFirst = textOf(form, 'command') === ''
  const ticked = new Set([form['child']].flat())
  const title = kindWords(kind)
  const on = problems.find(({ href }) => href === '#on-day')?.text
  const child = problems.find(({ href }) => href === '#child')?.text
  return {
    ref: about.ref,
    kind,
    title: isVoid ? `Take back: ${title}` : corrects === '' ? title : `Correct: ${title}`,
    action: `/cases/${encodeURIComponent(about.ref)}/record/${kind}`,
    due: due === null ? null : `For what is due: ${due.title}, ${dayWords(isoDay(due.due_on))}.`,
    problems,
    isNew,
    asks: isVoid
      ? null
      : { on: dayBoxes(form, 'on'), onProblem: on, fields: fieldRows(kind, form, { from, problems }) },
    children:
      isVoid || from.children.length < 2
        ? null
        : {
            ...{ idPrefix: 'child', name: 'child', classes: 'govuk-checkboxes--small' },
            fieldset: { legend: { text: 'Which children', classes: 'govuk-fieldset__legend--s' } },
            ...(child === undefined ? {} : { errorMessage: { text: child } }),
            items: from.children.map(({ id, forename, surname }) => ({
              ...{ value: id, text: `${forename} ${surname}`, checked: ticked.has(id) },
            })),
          },
    // As it opens it is of this version of the case, which every form says by itself.
    hidden_fields: [...(isFirst ? [] : ['seen']), 'back', 'corrects', 'void', 'command'].flatMap((name) =>
      textOf(form, name) === '' ? [] : [{ name, value: textOf(form, name) }],
    ),
    isFirst,
    takeBack:
      corrects === '' || isVoid
        ? null
        : `/cases/${encodeURIComponent(about.ref)}/record/${kind}?corrects=${corrects}&void=1`,
    anewHref: isVoid ? (elsewhere(kind, about.ref) ?? null) : null,
    sets: sets ?? null,
    save: isVoid ? 'Take it back' : 'Save',
  }
}
