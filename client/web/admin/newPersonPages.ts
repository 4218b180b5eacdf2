import { addPerson } from '../../commands/people/addPerson'
import { goTo, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { textOf } from '../app/formText'
import { adminPage, refusedBy, type Wrong } from './sections'
import { teamTyped } from './teamTyped'

const needs = 'administer'
const PATH = '/admin/people/new'

/** Adding somebody whom no extract brings. */
export const NEW_PERSON_PAGES: readonly Page[] = [
  page({ method: 'GET', path: PATH, needs, answer: (asked) => newPerson(asked) }),
  page({ method: 'POST', path: PATH, needs, answer: add }),
]

function newPerson({ form }: Asked, wrong?: Wrong): Answer {
  const kind = 'text'
  return adminPage({
    ...{ title: 'Add somebody by hand', ...wrong },
    sections: [
      {
        words:
          'For people whom no extract brings, such as police officers. Search first: whoever comes by an extract would be here twice. They hold no role until you give them one.',
      },
      {
        form: {
          ...{ action: PATH, button: 'Add them' },
          fields: [
            { kind, name: 'name', label: 'Name', value: textOf(form, 'name') },
            { kind, name: 'job', label: 'Job', hint: 'Like police officer', value: textOf(form, 'job') },
            {
              ...{ kind, name: 'address', label: 'Address for mail' },
              ...{ hint: 'They sign in by it, too', value: textOf(form, 'address') },
            },
            {
              ...{ kind, name: 'team', label: 'Where they work' },
              ...{ hint: 'A part of the team’s name; empty for nobody of the council', value: textOf(form, 'team') },
            },
          ],
        },
      },
    ],
  })
}

async function add(asked: Asked): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const [name, jobTitle, address] = [textOf(form, 'name'), textOf(form, 'job'), textOf(form, 'address')]
  const team = await teamTyped(db, form['team'])
  if (team.problem !== undefined) return newPerson(asked, { problem: team.problem, at: 'team' })
  const command = { name, jobTitle, address, teamId: team.teamId, actorId: reader.id, commandId: formCommand(form) }
  const answer = await addPerson({ db, processes }, command)
  if ('refused' in answer) return newPerson(asked, { ...refusedBy(answer), ...fieldOf(command) })
  return goTo(`/admin/people/${answer.personId}`, `${name.trim()} is here now, and holds no role yet.`)
}

/** The field that was refused, as far as it can be told from what was typed. */
const fieldOf = ({
  name,
  jobTitle,
}: {
  readonly name: string
  readonly jobTitle: string
}): { readonly at: string } => ({
  at: name.trim() === '' ? 'name' : jobTitle.trim() === '' ? 'job' : 'address',
})
