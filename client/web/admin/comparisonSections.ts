import { isoDay } from '../../../domain/calendar/isoDay'
import type { PolicyChange, ToldOnDayOne } from '../../../domain/policy/comparePolicies'
import { readableRefs } from '../../queries/reading/readableRefs'
import type { CaseloadComparison } from '../../queries/compareOverCases'
import type { Asked } from '../app/page'
import { dayWords } from '../app/momentWords'
import { changeWords } from '../app/changeWords'
import { cells, howMany, type Cell, type Table } from '../app/table'
import { ruleTitles } from '../import/ruleTitles'
import type { Section } from './sections'

/** Lines of each table. */
const MOST = 100

/** What a comparison over the caseload found, of the cases that the reader may open: in numbers, then the button that does it, then the first lines. */
export async function comparisonSections(
  { db, reader }: Pick<Asked, 'db' | 'reader'>,
  { changes, told }: CaseloadComparison,
  confirm: Section,
): Promise<readonly Section[]> {
  const refs = await readableRefs(
    db,
    reader,
    [...changes, ...told].map((one) => one.case),
  )
  const titles = await ruleTitles(db)
  const mine = changes.filter((one) => refs.has(one.case))
  const people = told.filter((one) => refs.has(one.case))
  return [
    { words: inNumbers(mine, people) },
    confirm,
    { table: comparisonTable(mine, titles) },
    { table: toldTable(people, titles) },
  ]
}

export function inNumbers(changes: readonly PolicyChange[], told: readonly ToldOnDayOne[]): string {
  const count = (wanted: PolicyChange['change']): number => changes.filter(({ change }) => change === wanted).length
  return `${howMany(count('moves'), 'matter')} would be due on another day, ${String(count('appears'))} would be new, ${String(count('vanishes'))} would no longer be due. ${howMany(told.length, 'thing')} would be told to somebody on the first day because of it.`
}

const caseCell = (ref: string): Cell => ({ text: ref, href: `/cases/${encodeURIComponent(ref)}` })
const firstOf = (many: number, what: string): string =>
  many > MOST ? `${what}: the first ${String(MOST)} of ${many.toLocaleString('en-GB')}` : what

export const comparisonTable = (changes: readonly PolicyChange[], titles: ReadonlyMap<string, string>): Table => ({
  caption: firstOf(changes.length, 'What would change'),
  head: ['Case', 'What', 'Change'],
  empty: 'Nothing that is due today would change.',
  rows: changes
    .slice(0, MOST)
    .map(({ case: ref, rule, from, to }) => cells(caseCell(ref), titles.get(rule) ?? rule, changeWords(from, to))),
})

const toldTable = (told: readonly ToldOnDayOne[], titles: ReadonlyMap<string, string>): Table => ({
  caption: firstOf(told.length, 'What would be told on the first day'),
  head: ['Case', 'Who is told', 'How', 'What', 'Due'],
  empty: 'Nobody would be told anything because of it.',
  rows: told
    .slice(0, MOST)
    .map(({ case: ref, to, lane, rule, dueOn }) =>
      cells(
        caseCell(ref),
        ...[to.replaceAll('-', ' '), lane === 'digest' ? 'in their morning mail' : 'at once'],
        ...[titles.get(rule) ?? rule, dayWords(isoDay(dueOn))],
      ),
    ),
})
