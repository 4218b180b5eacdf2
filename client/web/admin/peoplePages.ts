import { isId } from '../../commands/isId'
import { revokeFeed } from '../../commands/supervision/feedToken'
import { casesHeld, personAbout, rolesHeld } from '../../queries/admin/personPage'
import { peopleFound } from '../../queries/admin/peopleFound'
import { permissionsOf } from '../../queries/reading/loadReader'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { sheetOf, turned } from '../app/sheets'
import { aboutLines, heldTable, peopleTable, rolesTable } from './personRows'
import { adminPage, refusedBy, type Wrong } from './sections'

const needs = 'administer'
const CASES = 100

export const PEOPLE_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/people', needs, answer: people }),
  page({ method: 'GET', path: '/admin/people/:id', needs, answer: (asked) => personPage(asked) }),
  page({ method: 'POST', path: '/admin/people/:id/calendars', needs: 'end-calendars', answer: endCalendars }),
]

async function people({ db, query }: Asked): Promise<Answer> {
  const text = typeof query['name'] === 'string' ? query['name'].trim().slice(0, 100) : ''
  const sheet = sheetOf(query)
  const found = await peopleFound(db, { text, ...sheet })
  const { rows, ...turns } = turned(
    found,
    sheet,
    (number) => `/admin/people?name=${encodeURIComponent(text)}&page=${String(number)}`,
  )
  const field = { kind: 'text', name: 'name', label: 'Name, job or staff number', value: text } as const
  return adminPage({
    title: 'People',
    sections: [
      { form: { get: true, action: '/admin/people', fields: [field], button: 'Search' } },
      { table: peopleTable(rows), turns },
    ],
  })
}

/** Somebody: who they are, their roles, their cases, and what can be arranged for them. */
export async function personPage(asked: Asked, wrong?: Wrong): Promise<Answer> {
  const { db, reader, params, form } = asked
  const { id = '' } = params
  const about = isId(id) ? await personAbout(db, id) : undefined
  if (about === undefined) return NOTHING_HERE
  const held = await casesHeld(db, reader, id, CASES + 1)
  const mayEnd = about.calendars > 0 && permissionsOf(reader).has('end-calendars')
  const typed = (name: string): string => (typeof form[name] === 'string' ? form[name] : '')
  return adminPage({
    ...{ title: about.name, ...wrong },
    sections: [
      { bullets: aboutLines(about) },
      { links: [{ text: 'Arrange cover for them', href: `/admin/cover?person=${encodeURIComponent(about.name)}` }] },
      { table: rolesTable(await rolesHeld(db, id)) },
      { table: heldTable(held, CASES) },
      {
        heading: 'Give their cases to somebody else',
        words: 'You see first what would move, and nothing is changed by that.',
        form: {
          ...{ action: `/admin/people/${id}/reassign`, button: 'See what would move' },
          fields: [
            { kind: 'text', name: 'to', label: 'To whom', hint: 'A name or a staff number', value: typed('to') },
            {
              kind: 'text',
              name: 'cases',
              label: 'Which cases',
              hint: 'References with commas between them; leave it empty for all',
              value: typed('cases'),
            },
          ],
        },
      },
      ...(mayEnd
        ? [
            {
              heading: 'Their calendar',
              words:
                'Whoever knows the address of a calendar sees what is in it. End it where it may have been passed on; they can make another.',
              form: { action: `/admin/people/${id}/calendars`, fields: [], button: 'End their calendar address' },
            },
          ]
        : []),
    ],
  })
}

async function endCalendars(asked: Asked): Promise<Answer> {
  const { db, processes, reader, params, form } = asked
  const { id: personId = '' } = params
  if (!isId(personId)) return NOTHING_HERE
  const command = { personId, actorId: reader.id, commandId: formCommand(form) }
  const answer = await revokeFeed({ db, processes }, command)
  if ('refused' in answer) return personPage(asked, refusedBy(answer))
  return goTo(`/admin/people/${personId}`, 'Their calendar address does not work any more.')
}
