import { waitsForAnswer } from '../../../domain/figures/waitsForAnswer'
import { csvText } from '../../files/csvText'
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
import { sheetOf, turned, type Sheet } from '../app/sheets'
import { managedTeams } from './managedTeams'
import * as lines from './teamLists'
import { listHref } from './topCounts'

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
    const person =
      typeof query['person'] === 'string' && isId(query['person']) ? query['person'].toLowerCase() : undefined
    const people = person === undefined && list !== 'over' ? [] : await teamPeople(db, reader, teams)
    const about = people.find(({ id }) => id === person)
    if ((person !== undefined && about === undefined) || (about === undefined && PER_PERSON.has(list)))
      return NOTHING_HERE
    const isFile = query['format'] === 'csv'
    const sheet = sheetOf(query)
    const part = isFile ? undefined : sheet
    const found =
      list === 'over' ? partOf(lines.overLines(people), part) : await linesOf(asked, list, { teams, person, part })
    if (isFile)
      return file(
        'text/csv; charset=utf-8',
        csvText(
          ['What', 'Said of it'],
          found.rows.map(({ text, words }) => [text, words.join('; ')]),
        ),
        {
          name: `${list}.csv`,
        },
      )
    const href = listHref(list, one?.id ?? null, person)
    const more = (change: string): string => `${href}${href.includes('?') ? '&' : '?'}${change}`
    const { rows, ...turns } = turned(found.rows, sheet, (number) => more(`page=${String(number)}`))
    return show('team/teamList.njk', {
      heading: `${lines.LIST_TITLES[list]}${about === undefined ? '' : `: ${about.name}`} (${String(found.count)})`,
      empty: lines.LIST_EMPTY[list],
      of: one?.name ?? 'All my teams',
      ...{ rows, sheet: turns },
      back: one === null ? '/team' : `/team?team=${one.id}`,
      csv: more('format=csv'),
    })
  },
})

const PER_PERSON: ReadonlySet<lines.TeamList> = new Set(['children', 'told'])

/** The lines of a page, one more where there are more, and how many there are in all. */
interface Lines {
  readonly count: number
  readonly rows: readonly lines.ListLine[]
}

type Part = Pick<Sheet, 'offset' | 'most'> | undefined

const partOf = (all: readonly lines.ListLine[], part: Part): Lines => ({
  count: all.length,
  rows: part === undefined ? all : all.slice(part.offset, part.offset + part.most),
})

interface ListOf {
  readonly teams: Teams
  readonly person: string | undefined
  readonly part: Part
}

async function linesOf(
  asked: Asked,
  list: Exclude<lines.TeamList, 'over'>,
  { teams, person, part }: ListOf,
): Promise<Lines> {
  const { db, reader } = asked
  if (list !== 'late' && list !== 'due-week') return partOf(await wholeList(asked, list, { teams, person }), part)
  const { count, rows } = await teamMatters(db, reader, { teams, personId: person, standing: list, part })
  return { count, rows: lines.matterLines(rows) }
}

/** Lists that are a line for each case, person or alert: never as long as what is due. */
async function wholeList(
  { db, reader, today, now }: Asked,
  list: Exclude<lines.TeamList, 'over' | 'late' | 'due-week'>,
  { teams, person }: Omit<ListOf, 'part'>,
): Promise<readonly lines.ListLine[]> {
  switch (list) {
    case 'held-up':
      return lines.heldUpLines((await teamMatters(db, reader, { teams, personId: person, standing: list })).rows)
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
