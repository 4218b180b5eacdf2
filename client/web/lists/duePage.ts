import { csvText } from '../../files/csvText'
import { newest } from '../../../domain/policy/policySchedule'
import { dueLines, type DueAsked, type DueLineRow } from '../../queries/web/dueLines'
import { listChoices, type ListChoices } from '../../queries/web/listChoices'
import { rulesNow } from '../../queries/web/rulesNow'
import { file, show, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { LINES, sheetOf, turned } from '../app/sheets'
import { dueRow } from './dueRow'
import { linkTo, options, said, saidId, saidNumber } from './readQuery'

/** A file has so many lines at the most; it says so in its last one. */
const MOST_IN_FILE = 5000
const WITHIN = [7, 14, 28, 90]

/** All that is due and late on the cases a reader may open, a hundred a page, or as CSV. */
export async function duePage({ db, reader, today, query }: Asked): Promise<Answer> {
  const asked: DueAsked = {
    mine: said(query, 'who') === 'me',
    teamId: said(query, 'who') === 'team' ? (saidId(query, 'team') ?? reader.teamId) : saidId(query, 'team'),
    within: saidNumber(query, 'within', { most: 366, otherwise: 28 }),
    late: said(query, 'late') === '1',
    escalated: said(query, 'escalated') === '1',
    rule: /^[a-z0-9-]{1,60}$/.test(said(query, 'rule')) ? said(query, 'rule') : null,
  }
  if (said(query, 'format') === 'csv')
    return csvOf(await dueLines(db, reader, asked, { from: 0, most: MOST_IN_FILE + 1 }))
  const sheet = sheetOf(query)
  const [found, choices, { policy }] = await Promise.all([
    dueLines(db, reader, asked, { from: sheet.offset, most: sheet.most }),
    listChoices(db, reader, asked.teamId),
    rulesNow(db, today),
  ])
  const { rows, ...turns } = turned(found, sheet, (page) => hrefOf(asked, { page }))
  return show('lists/due.njk', {
    rows: rows.map((row) => dueRow(row, today)),
    said: saidOf(found.length, sheet.number),
    filters: filterItems(asked, { choices, rules: newest(policy).rules }),
    csv: hrefOf(asked, { format: 'csv' }),
    sheet: turns,
  })
}

const hrefOf = (
  { mine, teamId, within, late, escalated, rule }: DueAsked,
  more: Readonly<Record<string, string | number>>,
): string =>
  linkTo('/due', {
    ...{ who: mine ? 'me' : 'all', team: teamId, within, rule },
    ...{ late: late ? '1' : null, escalated: escalated ? '1' : null },
    ...more,
  })

function filterItems(
  { mine, teamId, within, late, escalated, rule }: DueAsked,
  {
    choices,
    rules,
  }: { readonly choices: ListChoices; readonly rules: readonly { readonly id: string; readonly title: string }[] },
): object {
  return {
    who: options(mine ? 'me' : 'all', [
      { value: 'all', text: 'All I may open' },
      { value: 'me', text: 'My own cases' },
    ]),
    team: options(teamId ?? '', [
      { value: '', text: 'Any team' },
      ...choices.teams.map(({ id, name }) => ({ value: id, text: name })),
    ]),
    within: options(
      String(within),
      [...new Set([...WITHIN, within])]
        .sort((a, b) => a - b)
        .map((days) => ({ value: String(days), text: days === 1 ? '1 day' : `${String(days)} days` })),
    ),
    late: options(late ? '1' : '', [
      { value: '', text: 'Late and due' },
      { value: '1', text: 'Only what is late' },
    ]),
    escalated: options(escalated ? '1' : '', [
      { value: '', text: 'With an alert or not' },
      { value: '1', text: 'Only with an alert' },
    ]),
    rule: options(rule ?? '', [
      { value: '', text: 'Anything' },
      ...rules.map(({ id, title }) => ({ value: id, text: title })),
    ]),
  }
}

function saidOf(found: number, page: number): string {
  if (found === 0) return page === 1 ? 'Nothing is late or due by then.' : 'This page lies after the last.'
  if (found <= LINES && page === 1) return found === 1 ? '1 line' : `${String(found)} lines`
  return `Lines ${String((page - 1) * LINES + 1)} to ${String((page - 1) * LINES + Math.min(found, LINES))}${found > LINES ? '; there are more' : ''}`
}

/** As `caseclock due` writes it, with no child's name. */
function csvOf(rows: readonly DueLineRow[]): Answer {
  const lines = rows
    .slice(0, MOST_IN_FILE)
    .map(({ ref, team, title, rule, due_on, booked_for, children, escalated }) => [
      ...[ref, team, title, rule, due_on, booked_for, children, escalated ? 'yes' : 'no'],
    ])
  const cut = rows.length > MOST_IN_FILE ? [[`Cut after ${String(MOST_IN_FILE)} lines: ask for less.`]] : []
  const header = ['case', 'team', 'what', 'rule', 'due_on', 'booked_for', 'children', 'managers_told']
  return file('text/csv; charset=utf-8', csvText(header, [...lines, ...cut]), { name: 'due.csv' })
}
