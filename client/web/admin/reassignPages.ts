import { textOf } from '../app/formText'
import { previewReassign, reassign, type Reassigned } from '../../commands/reassign/reassign'
import { NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { pageWords } from '../app/pageWords'
import { howMany } from '../app/table'
import { movesTable } from './personRows'
import { personOf, personPage } from './personPage'
import { personTyped } from './personTyped'
import { adminPage, refusedBy, type Section } from './sections'

const needs = 'administer'

/** Giving cases to somebody else: first what would move, then, by the button beneath it, the doing. */
export const REASSIGN_PAGES: readonly Page[] = [
  page({ method: 'POST', path: '/admin/people/:id/reassign', needs, answer: (asked) => step(asked, 'look') }),
  page({ method: 'POST', path: '/admin/people/:id/reassign/done', needs, answer: (asked) => step(asked, 'do') }),
]

async function step(asked: Asked, what: 'look' | 'do'): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const from = await personOf(asked)
  if (from === undefined) return NOTHING_HERE
  const { id: fromId } = from
  const to = await personTyped(db, form['to'], 'To whom')
  if (to.problem !== undefined) return personPage(asked, { ...to, at: 'to' })
  const cases = textOf(form, 'cases').slice(0, 10_000)
  const refs = cases.split(/[\s,;]+/).filter((ref) => ref !== '')
  const commandId = formCommand(form)
  const command = {
    ...{ fromId, toId: to.person.id, refs: refs.length === 0 ? null : refs, on: null },
    ...{ actorId: reader.id, commandId },
  }
  const answer = what === 'look' ? await previewReassign(db, command) : await reassign({ db, processes }, command)
  if ('todo' in answer) return personPage(asked, refusedBy(answer))
  const names = `from ${from.name} to ${to.person.name}`
  const many = howMany(answer.moved.length, 'case')
  if (what === 'do') return adminPage({ title: `${many} went ${names}`, sections: sectionsOf(answer, fromId) })
  const confirm: Section = {
    form: {
      action: `/admin/people/${fromId}/reassign/done`,
      ...{ fields: [], hidden: { to: to.person.id, cases: refs.join(',') }, command: commandId },
      button: `Give ${many} to ${to.person.name}`,
    },
  }
  return adminPage({
    title: `${many} would go ${names}`,
    sections: [
      { words: 'Nothing has been changed yet.' },
      ...sectionsOf(answer, fromId),
      ...(answer.moved.length === 0 ? [] : [confirm]),
    ],
  })
}

/** What moves and what stays. Cases that are restricted, and not open to whoever acts, are counted and not named. */
export const sectionsOf = ({ moved, refused, notNamed }: Reassigned, fromId: string): readonly Section[] => [
  { table: movesTable(moved) },
  ...(refused.length === 0
    ? []
    : [
        {
          heading: 'Stay where they are',
          bullets: refused.map(({ ref, refused: why }) => `${ref}: ${pageWords(why)}`),
        },
      ]),
  ...(notNamed === 0
    ? []
    : [
        {
          words: `${howMany(notNamed, 'case')} of theirs cannot be opened by you, and stay with them: tell a head of service.`,
        },
      ]),
  { links: [{ text: 'Back to the person', href: `/admin/people/${fromId}` }] },
]
