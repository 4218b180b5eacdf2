import { endCover } from '../../commands/endCover'
import { setCover } from '../../commands/setCover'
import { coverList } from '../../queries/coverList'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { dayBoxes, formDay, isEmptyDay } from '../app/formDay'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { coverTable, REASON_ITEMS } from './coverRows'
import { personTyped } from './personTyped'
import { adminPage, refusedBy, type Wrong } from './sections'

const needs = 'administer'

export const COVER_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/cover', needs, answer: (asked) => coverPage(asked) }),
  page({ method: 'POST', path: '/admin/cover', needs, answer: arrange }),
  page({ method: 'GET', path: '/admin/cover/:id/end', needs, answer: (asked) => endPage(asked) }),
  page({ method: 'POST', path: '/admin/cover/:id/end', needs, answer: end }),
]

const typed = (value: unknown): string => (typeof value === 'string' ? value : '')

async function coverPage({ db, today, form, query }: Asked, wrong?: Wrong): Promise<Answer> {
  const lines = await coverList(db, today.toString())
  const reason = typed(form['reason'])
  return adminPage({
    ...{ title: 'Who is away, and who covers', ...wrong },
    sections: [
      { table: coverTable(lines) },
      {
        heading: 'Arrange cover',
        words: 'What waits for who is away, and what is told on those days, goes to whoever covers.',
        form: {
          ...{ action: '/admin/cover', button: 'Arrange cover' },
          fields: [
            {
              kind: 'text',
              name: 'person',
              label: 'Who is away',
              hint: 'A name or a staff number',
              value: typed(form['person'] ?? query['person']),
            },
            {
              kind: 'text',
              name: 'by',
              label: 'Who covers',
              hint: 'Leave it empty where nobody does: then whoever is next is asked',
              value: typed(form['by']),
            },
            { kind: 'day', name: 'from', label: 'First day away', boxes: dayBoxes(form, 'from') },
            {
              kind: 'day',
              name: 'to',
              label: 'Last day away',
              hint: 'May be left empty for sickness',
              boxes: dayBoxes(form, 'to'),
            },
            {
              kind: 'radios',
              name: 'reason',
              label: 'Why',
              items: REASON_ITEMS.map((one) => ({ ...one, checked: one.value === reason })),
            },
          ],
        },
      },
    ],
  })
}

async function arrange(asked: Asked): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const person = await personTyped(db, form['person'], 'Who is away')
  if (person.problem !== undefined) return coverPage(asked, { ...person, at: 'person' })
  const by = typed(form['by']).trim() === '' ? undefined : await personTyped(db, form['by'], 'Who covers')
  if (by?.problem !== undefined) return coverPage(asked, { problem: by.problem, at: 'by' })
  const from = formDay(form, 'from', 'The first day away')
  if (from.problem !== undefined) return coverPage(asked, { problem: from.problem, at: 'from' })
  const to = isEmptyDay(form, 'to') ? undefined : formDay(form, 'to', 'The last day away')
  if (to?.problem !== undefined) return coverPage(asked, { problem: to.problem, at: 'to' })
  const { reason } = form
  if (reason !== 'leave' && reason !== 'sickness' && reason !== 'other')
    return coverPage(asked, { problem: 'Choose why they are away.', at: 'reason' })
  const answer = await setCover(
    { db, processes },
    {
      ...{ personId: person.person.id, coverId: by?.person.id ?? null, from: from.day, to: to?.day ?? null, reason },
      ...{ actorId: reader.id, commandId: formCommand(form) },
    },
  )
  if ('refused' in answer) return coverPage(asked, refusedBy(answer))
  return goTo('/admin/cover', `Cover for ${person.person.name} is arranged.`)
}

async function endPage({ db, today, params }: Asked, wrong?: Wrong): Promise<Answer> {
  const { id = '' } = params
  const line = (await coverList(db, today.toString())).find((one) => one.id === id)
  if (line === undefined) return NOTHING_HERE
  return adminPage({
    ...{ title: 'End a cover now', ...wrong },
    sections: [
      { table: { ...coverTable([line]), caption: 'This one' } },
      {
        words: `${line.person} is back, and is told again from now on what waits for them.`,
        form: { action: `/admin/cover/${id}/end`, fields: [], button: 'End it now' },
      },
    ],
  })
}

async function end(asked: Asked): Promise<Answer> {
  const { db, processes, reader, form, params } = asked
  const { id: coverId = '' } = params
  const answer = await endCover({ db, processes }, { coverId, actorId: reader.id, commandId: formCommand(form) })
  if ('refused' in answer) return answer.refused === 'unknown-cover' ? NOTHING_HERE : endPage(asked, refusedBy(answer))
  return goTo('/admin/cover', 'The cover has ended.')
}
