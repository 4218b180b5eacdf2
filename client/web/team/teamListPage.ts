import { waitsForAnswer } from '../../../domain/figures/waitsForAnswer'
import { csvText } from '../../cli/csvText'
import { isId } from '../../commands/isId'
import { noteNames } from '../../commands/web/noteNames'
import { readerAlerts } from '../../queries/alerts/readerAlerts'
import { heldCases } from '../../queries/team/heldCases'
import { teamMatters } from '../../queries/team/matters'
import { heldChildren, teamPeople, unallocatedCases } from '../../queries/team/teamPeople'
import { casesOf, type Teams } from '../../queries/team/teamScope'
import { file, NOTHING_HERE, show } from '../app/answer'
import { rulesNow } from '../../queries/web/rulesNow'
import { page, type Asked } from '../app/page'
import { managedTeams } from './managedTeams'
import * as lines from './teamLists'
import { listHref } from './topCounts'

const LINES = 100

/** `/team/lists/:list`: what a figure of `/team` counts, of the same questions. */
export const TEAM_LIST = page({
  method: 'GET',
  path: '/team/lists/:list',
  needs: 'manage-team',
  answer: async (asked) => {
    const { db, reader, query, params } = asked
    const list = lines.TEAM_LISTS.find((one) => one === params['list'])
    const managed = await managedTeams(db, reader, { permission: 'manage-team', asked: query['team'] })
    if (list === undefined || managed === undefined) return NOTHING_HERE
    const { one, teams } = managed
    const people = await teamPeople(db, reader, teams)
    const person =
      typeof query['person'] === 'string' && isId(query['person']) ? query['person'].toLowerCase() : undefined
    const about = people.find(({ id }) => id === person)
    if ((person !== undefined && about === undefined) || (about === undefined && PER_PERSON.has(list)))
      return NOTHING_HERE
    const found = list === 'over' ? lines.overLines(people) : await linesOf(asked, list, { teams, person })
    if (query['format'] === 'csv')
      return file(
        'text/csv; charset=utf-8',
        csvText(
          ['What', 'Said of it'],
          found.map(({ text, words }) => [text, words.join('; ')]),
        ),
        {
          name: `${list}.csv`,
        },
      )
    const at = Math.max(1, Number.parseInt(String(query['page']), 10) || 1)
    const href = listHref(list, one?.id ?? null, person)
    const more = (change: string): string => `${href}${href.includes('?') ? '&' : '?'}${change}`
    return show('team/teamList.njk', {
      heading: `${lines.LIST_TITLES[list]}${about === undefined ? '' : `: ${about.name}`} (${String(found.length)})`,
      empty: lines.LIST_EMPTY[list],
      of: one?.name ?? 'All my teams',
      rows: found.slice((at - 1) * LINES, at * LINES),
      back: one === null ? '/team' : `/team?team=${one.id}`,
      csv: more('format=csv'),
      before: at > 1 ? more(`page=${String(at - 1)}`) : null,
      after: found.length > at * LINES ? more(`page=${String(at + 1)}`) : null,
    })
  },
})

const PER_PERSON: ReadonlySet<lines.TeamList> = new Set(['children', 'told'])

async function linesOf(
  { db, reader, today, now }: Asked,
  list: Exclude<lines.TeamList, 'over'>,
  { teams, person }: { readonly teams: Teams; readonly person: string | undefined },
): Promise<readonly lines.ListLine[]> {
  const of = { teams, ...(person === undefined ? {} : { personId: person }) }
  switch (list) {
    case 'held-up':
      return lines.heldUpLines(await teamMatters(db, reader, { ...of, standing: list }))
    case 'late':
    case 'due-week':
      return lines.matterLines(await teamMatters(db, reader, { ...of, standing: list }))
    case 'unallocated':
      return lines.unallocatedLines(await unallocatedCases(db, reader, teams))
    case 'children': {
      const children = await heldChildren(db, reader, person ?? '')
      const refs = children.map(({ ref }) => ref)
      await noteNames(db, { actorId: reader.id, page: '/team/lists/children', refs, now })
      return lines.childLines(children)
    }
    case 'alerts':
      return lines.alertListLines(await openAlerts({ db, reader }, teams), {
        today,
        calendar: (await rulesNow(db, today)).calendar,
      })
    case 'waiting':
      return lines.alertListLines((await openAlerts({ db, reader }, teams)).filter(waitsForAnswer), {
        today,
        calendar: (await rulesNow(db, today)).calendar,
      })
    case 'told': {
      const cases = (await heldCases(db, reader, teams)).get(person ?? '')
      return lines.alertListLines(
        (await openAlerts({ db, reader }, teams)).filter(({ caseId }) => cases?.has(caseId)),
        { today, calendar: (await rulesNow(db, today)).calendar },
      )
    }
  }
}

const openAlerts = ({ db, reader }: Pick<Asked, 'db' | 'reader'>, teams: Teams) =>
  readerAlerts(db, reader, { state: 'open', where: casesOf(reader, teams) })
