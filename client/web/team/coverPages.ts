import { endCover } from '../../commands/endCover'
import { coverList, type CoverLine } from '../../queries/coverList'
import { teamsOf } from '../../queries/reading/loadReader'
import { arrangeCover, coverForm } from '../admin/coverForm'
import { coverTable } from '../admin/coverRows'
import { adminPage, refusedBy, type Wrong } from '../admin/sections'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'

const PATH = '/team/cover'
const needs = 'manage-team'

/** Cover for the people of the teams that somebody manages. An administrator has every one under /admin/cover. */
export const COVER_OF_TEAM: readonly Page[] = [
  page({ method: 'GET', path: PATH, needs, answer: show }),
  page({
    ...{ method: 'POST', path: PATH, needs },
    answer: (asked) => (asked.form['what'] === 'end' ? end(asked) : arrange(asked)),
  }),
]

const endHref = (id: string): string => `${PATH}?end=${id}`

const ofTeams = ({ db, reader, today }: Asked): Promise<CoverLine[]> =>
  coverList(db, today.toString(), teamsOf(reader, 'manage-team'))

/** All of them with the form; or, where one is named to end, that one. */
async function show(asked: Asked): Promise<Answer> {
  const { end: id } = asked.query
  if (id === undefined) return all(asked)
  const line = (await ofTeams(asked)).find((one) => one.id === id)
  return line === undefined ? NOTHING_HERE : one(line)
}

async function all(asked: Asked, wrong?: Wrong): Promise<Answer> {
  return adminPage({
    ...{ title: 'Who is away in my teams, and who covers', ...wrong },
    sections: [{ table: coverTable(await ofTeams(asked), endHref) }, coverForm(asked, PATH)],
  })
}

const one = (line: CoverLine, wrong?: Wrong): Answer =>
  adminPage({
    ...{ title: 'End a cover now', ...wrong },
    sections: [
      { table: { ...coverTable([line], endHref), caption: 'This one' } },
      {
        words: `${line.person} is back, and is told again from now on what waits for them.`,
        form: { action: PATH, hidden: { what: 'end', cover: line.id }, fields: [], button: 'End it now' },
      },
    ],
  })

async function arrange(asked: Asked): Promise<Answer> {
  const done = await arrangeCover(asked)
  return done.said === undefined ? all(asked, done) : goTo(PATH, done.said)
}

async function end(asked: Asked): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const line = (await ofTeams(asked)).find(({ id }) => id === form['cover'])
  if (line === undefined) return all(asked, { problem: 'It has ended already, or is not of your teams.', status: 409 })
  const answer = await endCover(
    { db, processes },
    { coverId: line.id, actorId: reader.id, commandId: formCommand(form) },
  )
  return 'refused' in answer ? one(line, refusedBy(answer)) : goTo(PATH, 'The cover has ended.')
}
