import { endCover } from '../../commands/endCover'
import { coverList } from '../../queries/coverList'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { arrangeCover, coverForm } from './coverForm'
import { coverTable } from './coverRows'
import { adminPage, refusedBy, type Wrong } from './sections'

const needs = 'administer'

export const COVER_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/cover', needs, answer: (asked) => coverPage(asked) }),
  page({ method: 'POST', path: '/admin/cover', needs, answer: arrange }),
  page({ method: 'GET', path: '/admin/cover/:id/end', needs, answer: (asked) => endPage(asked) }),
  page({ method: 'POST', path: '/admin/cover/:id/end', needs, answer: end }),
]

async function coverPage(asked: Asked, wrong?: Wrong): Promise<Answer> {
  const lines = await coverList(asked.db, asked.today.toString())
  return adminPage({
    ...{ title: 'Who is away, and who covers', ...wrong },
    sections: [{ table: coverTable(lines, endHref) }, coverForm(asked, '/admin/cover')],
  })
}

const endHref = (id: string): string => `/admin/cover/${id}/end`

async function arrange(asked: Asked): Promise<Answer> {
  const done = await arrangeCover(asked)
  return done.said === undefined ? coverPage(asked, done) : goTo('/admin/cover', done.said)
}

async function endPage({ db, today, params }: Asked, wrong?: Wrong): Promise<Answer> {
  const { id = '' } = params
  const line = (await coverList(db, today.toString())).find((one) => one.id === id)
  if (line === undefined) return NOTHING_HERE
  return adminPage({
    ...{ title: 'End a cover now', ...wrong },
    sections: [
      { table: { ...coverTable([line], endHref), caption: 'This one' } },
      {
        words: `${line.person} is back, and is told again from now on what waits for them.`,
        form: { action: endHref(id), fields: [], button: 'End it now' },
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
