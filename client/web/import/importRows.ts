import { isoDay } from '../../../domain/calendar/isoDay'
import { FINDING_KINDS } from '../../../activities/import/findingKinds'
import type { Finding } from '../../../activities/import/finding'
import type { PreviewSummary } from '../../../activities/import/run/previewSummary'
import type { CaseChange } from '../../queries/imports/changesPage'
import type { RunRow } from '../../queries/importFindings'
import type { FindingCount, FindingRow } from '../../queries/imports/findingsPage'
import { dayWords } from '../app/momentWords'
import { changeWords } from '../app/changeWords'
import { cells, howMany, type Cell, type Table } from '../app/table'
import { stateWords } from './runWords'

const SOURCES: Readonly<Record<string, string>> = { ssd: 'Extract', census: 'Census' }

export const sourceWords = (source: string): string => SOURCES[source] ?? source

/** What was done with a row in which something was found. */
export const TAKEN: Readonly<Record<Finding['taken'], string>> = {
  rejected: 'Row not taken',
  warning: 'Taken, with a warning',
  'file-rejected': 'File not taken',
}

export const isTaken = (text: unknown): text is Finding['taken'] =>
  typeof text === 'string' && Object.hasOwn(TAKEN, text)

/** Null: nobody was named, as when the machine imports at night. Nothing: it did not happen. */
const who = (name: string | null | undefined): string => (name === undefined ? '' : (name ?? 'nobody named'))

/** The runs so far, the newest first; findings as this reader may see them. */
export const runsTable = (runs: readonly RunRow[], counts: readonly FindingCount[]): Table => ({
  caption: 'Imports so far',
  head: ['Import', 'Of', 'How it stands', 'Findings', 'Begun by', 'Decided by'],
  empty: 'Nothing has been imported yet. Choose an extract below.',
  rows: runs.map(({ id, source, asAt, state, by }) => {
    const found = counts.filter(({ runId }) => runId === id).reduce((sum, { many }) => sum + many, 0)
    return cells(
      { text: sourceWords(source), href: `/import/${id}` },
      ...[dayWords(isoDay(asAt)), stateWords(state)],
      { text: found === 0 ? 'None' : howMany(found, 'finding'), href: `/import/${id}/findings` },
      ...[who(by['import-started']), who(by['import-applied'] ?? by['import-given-up'])],
    )
  }),
})

/** Findings, by file and line, with what to do about each. */
export const findingsTable = (rows: readonly FindingRow[]): Table => ({
  caption: 'Findings',
  head: ['File and line', 'Case', 'What', 'What was found', 'What was done', 'To do'],
  empty: 'Nothing was found here.',
  rows: rows.map(({ file, line, ref, kind, problem, taken }) =>
    cells(
      line === null ? file : `${file}, line ${String(line)}`,
      ref === null ? '' : caseCell(ref),
      ...[FINDING_KINDS[kind].title, problem, TAKEN[taken], FINDING_KINDS[kind].remedy],
    ),
  ),
})

const caseCell = (ref: string): Cell => ({ text: ref, href: `/cases/${encodeURIComponent(ref)}` })

export const FINDING_COLUMNS = ['kind', 'what', 'file', 'line', 'record', 'field', 'taken', 'problem', 'to do'] as const

/** A finding as a line of a CSV file. */
export const findingLine = (one: FindingRow): readonly (string | number | null)[] => [
  ...[one.kind, FINDING_KINDS[one.kind].title, one.file, one.line, one.record, one.field, one.taken, one.problem],
  FINDING_KINDS[one.kind].remedy,
]

/** What would be due on another day, end, or be new; or, once it is brought in, what was. `titles`: of rules, by id. */
export const changesTable = (
  changes: readonly CaseChange[],
  titles: ReadonlyMap<string, string>,
  isDone: boolean,
): Table => ({
  caption: isDone ? 'What changed' : 'What would change',
  head: ['Case', 'What', 'Change', 'Children'],
  empty: 'Nothing that is due is otherwise, on the cases that you may open.',
  rows: changes.map(({ ref, known, rule, from, to, many }) =>
    cells(known ? caseCell(ref) : ref, titles.get(rule) ?? rule, changeWords(from, to), String(many)),
  ),
})

/** The preview in sentences. */
export const previewLines = ({ cases, facts, obligations }: PreviewSummary): readonly string[] => [
  `Cases: ${String(cases.new)} new, ${String(cases.changed)} changed, ${String(cases.same)} looked at and the same`,
  `Facts: ${String(facts.added)} added, ${String(facts.changed)} changed, ${String(facts.takenBack)} taken back`,
  `What’s due: ${String(obligations.appear)} new, ${String(obligations.move)} on another day, ${String(obligations.go)} no longer`,
]

/** Who would be told something on the first working day. */
export const toldTable = ({ told }: PreviewSummary, most: number, isDone: boolean): Table => ({
  caption:
    told.length > most
      ? `${whoIsTold(isDone)}: the first ${String(most)} of ${String(told.length)} people`
      : whoIsTold(isDone),
  head: ['Person', 'Job', 'In their morning mail', 'At once'],
  empty: 'Nobody would be told anything on the first working day.',
  rows: told
    .slice(0, most)
    .map(({ person, jobTitle, digest, atOnce }) => cells(person, jobTitle, String(digest), String(atOnce))),
})

const whoIsTold = (isDone: boolean): string =>
  isDone ? 'Who was to be told on the first working day' : 'Who would be told on the first working day'
