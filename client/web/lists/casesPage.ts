import { caseList, CASES_A_PAGE, type CaseFilter } from '../../queries/web/caseList'
import { listChoices, type ListChoices } from '../../queries/web/listChoices'
import type { Reader } from '../../queries/reading/loadReader'
import { show, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import type { Turns } from '../app/sheets'
import { caseRow } from './caseRow'
import { linkTo, options, said, saidId, saidNumber } from './readQuery'

/** The cases a reader may open, fifty a page. Without a filter: their own where they hold any, else all. */
export async function casesPage({ db, reader, today, query }: Asked): Promise<Answer> {
  const isBare = Object.keys(query).length === 0
  const filter = filterOf(query, reader)
  const choices = await listChoices(db, reader, filter.teamId)
  const first = await caseList(db, reader, isBare ? { ...filter, mine: true } : filter)
  const showsOwn = filter.mine || (isBare && first.count > 0)
  const { count, rows } = isBare && first.count === 0 ? await caseList(db, reader, filter) : first
  const shown = { ...filter, mine: showsOwn }
  return show('lists/cases.njk', {
    rows: rows.map((row) => caseRow(row, today)),
    said: countWords(count, shown),
    filters: filterItems(shown, choices),
    sheet: {
      previous: filter.page > 1 ? hrefOf(shown, filter.page - 1) : undefined,
      next: filter.page * CASES_A_PAGE < count ? hrefOf(shown, filter.page + 1) : undefined,
    } satisfies Turns,
  })
}

function filterOf(query: Asked['query'], reader: Reader): CaseFilter {
  const who = said(query, 'who')
  const worker = said(query, 'worker')
  return {
    open: said(query, 'state') !== 'closed',
    mine: who === 'me',
    teamId: who === 'team' ? (saidId(query, 'team') ?? reader.teamId) : saidId(query, 'team'),
    worker: worker === 'none' ? 'none' : saidId(query, 'worker'),
    late: said(query, 'late') === '1',
    page: saidNumber(query, 'page', { most: 100_000, otherwise: 1 }),
  }
}

const hrefOf = ({ open, mine, teamId, worker, late }: CaseFilter, page: number): string =>
  linkTo('/cases', {
    ...{ who: mine ? 'me' : 'all', team: teamId, state: open ? 'open' : 'closed', worker, late: late ? '1' : null },
    page: page === 1 ? null : page,
  })

function filterItems({ open, mine, teamId, worker, late }: CaseFilter, { teams, workers }: ListChoices): object {
  return {
    who: options(mine ? 'me' : 'all', [
      { value: 'all', text: 'All I may open' },
      { value: 'me', text: 'My own' },
    ]),
    team: options(teamId ?? '', [
      { value: '', text: 'Any team' },
      ...teams.map(({ id, name }) => ({ value: id, text: name })),
    ]),
    state: options(open ? 'open' : 'closed', [
      { value: 'open', text: 'Open' },
      { value: 'closed', text: 'Closed' },
    ]),
    worker: options(worker ?? '', [
      {
        value: '',
        text: workers.length === 0 && teamId === null ? 'Any worker (choose a team to see its workers)' : 'Any worker',
      },
      { value: 'none', text: 'Without a worker' },
      ...workers.map(({ id, name }) => ({ value: id, text: name })),
    ]),
    late: options(late ? '1' : '', [
      { value: '', text: 'Late or not' },
      { value: '1', text: 'Something is late' },
    ]),
  }
}

function countWords(count: number, { page, mine }: CaseFilter): string {
  if (count === 0)
    return mine
      ? 'You hold no such case. Choose “All I may open” to see those of your team.'
      : 'No case that you may open is so. Choose less.'
  const from = (page - 1) * CASES_A_PAGE
  const cases = count === 1 ? '1 case' : `${String(count)} cases`
  if (count <= CASES_A_PAGE) return cases
  return from >= count
    ? `${cases}; this page lies after the last`
    : `${cases}; this page has ${String(from + 1)} to ${String(Math.min(from + CASES_A_PAGE, count))}`
}
