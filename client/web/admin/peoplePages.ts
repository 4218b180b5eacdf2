import { isId } from '../../commands/isId'
import { revokeFeed } from '../../commands/supervision/feedToken'
import { peopleFound } from '../../queries/admin/peopleFound'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { sheetOf, turned } from '../app/sheets'
import { personPage } from './personPage'
import { peopleTable } from './personRows'
import { adminPage, refusedBy } from './sections'

const needs = 'administer'

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
      { links: [{ text: 'Add somebody whom no extract brings', href: '/admin/people/new' }] },
      { table: peopleTable(rows), turns },
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
