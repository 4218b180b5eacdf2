import { textOf } from '../app/formText'
import { newSince } from '../../queries/web/newSince'
import { show, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { pageWords } from '../app/pageWords'
import { statusOf } from '../app/refusedBy'
import { formPage, type FormShown } from './formPage'
import { newFactWords } from './newFactWords'

export const shown = (form: FormShown, status?: number): Answer => show('record/kind.njk', formPage(form), status)

/** What the command refused. Where the case has changed since the form was opened, what is new is said, what was typed is kept, and the form is of now. */
export async function refusedForm(
  { db }: Asked,
  again: FormShown,
  refusal: Parameters<typeof statusOf>[0],
): Promise<Answer> {
  const { about, form } = again
  const status = statusOf(refusal)
  const todo = pageWords(refusal.todo)
  if (refusal.refused !== 'changed-since') return shown({ ...again, problems: [{ text: todo, href: '#form' }] }, status)
  const lines = (await newSince(db, about.id, Number(textOf(form, 'seen')))).map(newFactWords)
  const now = { ...form, seen: String(about.facts_version) }
  return shown({ ...again, form: now, problems: [{ text: todo, href: '#new' }], isNew: lines }, status)
}
