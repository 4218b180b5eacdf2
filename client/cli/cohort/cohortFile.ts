import { isAnchor, ANCHORS, type Anchor } from '../../../domain/cohort/anchor'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { rowFindings } from '../../../domain/cohort/rowFindings'
import { CommandFailed, EXIT } from '../io'
import { shownText } from '../shownText'
import { CellProblem, memberOf, type Cells } from './cohortCells'
import { COLUMNS, REQUIRED, type Column } from '../../files/cohort/cohortColumns'
import { csvTable, type CsvRecord } from './csvTable'

/** So many problems are read by a person; the rest is counted. */
const MOST_SHOWN = 20
const MOST_FOUND = 60
/** More are a slip: the columns of cohort and child have changed places. */
const MOST_COHORTS = 20

export interface CohortFile {
  readonly members: readonly CohortMember[]
  /** What the rows are indexed by, where the file says. */
  readonly anchor: Anchor | null
  readonly windows: 'index-date' | 'sample-end'
  /** What rows say against themselves, each with its line. */
  readonly findings: readonly string[]
}

interface Read {
  readonly line: number
  readonly cells: Cells
  readonly member: CohortMember
}

/** Reads cohort rows (contracts.md 5). All that is wrong ends the command: each with line, column, what was found and what to do. */
export function readCohortFile(file: string): CohortFile {
  const [header, ...records] = csvTable(file)
  if (header === undefined)
    throw new CommandFailed(EXIT.usage, `${file}: it is empty. Its first line is ${REQUIRED.join(',')}.`)
  const columns = columnsOf(file, header)
  if (records.length === 0)
    throw new CommandFailed(EXIT.usage, `${file}: there is no child under the header. Give a line for each child.`)
  const problems: Problem[] = []
  const say = (line: number, text: string): void => void problems.push({ line, text })
  const complain = (line: number, column: Column, problem: string, found: string): void =>
    say(line, shownText(`${file}, line ${String(line)}, ${column}: ${problem} Found ${quoted(found)}.`))
  const read = records.flatMap((record): Read[] => {
    const { line } = record
    if (record.cells.length !== columns.length) {
      say(
        line,
        `${file}, line ${String(line)}: it has ${String(record.cells.length)} cells, the header ${String(columns.length)}. Give each column a cell, and put quotes around text with a comma.`,
      )
      return []
    }
    const cells: Cells = (column) => record.cells[columns.indexOf(column)] ?? ''
    try {
      return [{ line, cells, member: memberOf(cells) }]
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      complain(line, error.column, error.message, cells(error.column))
      return []
    }
  })
  twice(read, complain)
  mixed(read, complain)
  refuseAll(problems)
  const cohorts = new Set(read.map(({ member }) => member.row.cohort)).size
  if (cohorts > MOST_COHORTS)
    throw new CommandFailed(
      EXIT.usage,
      `${file}, cohort: there are ${String(cohorts)} cohorts, ${String(MOST_COHORTS)} are the most. Check that the column cohort holds the cohort and child the child.`,
    )
  const [first] = read
  const anchor = first?.cells('anchor') ?? ''
  return {
    members: read.map(({ member }) => member),
    anchor: isAnchor(anchor) ? anchor : null,
    windows: first?.cells('windows_from') === '' ? 'index-date' : 'sample-end',
    findings: read.flatMap(({ line, member }) =>
      rowFindings(member.row).map((finding) => `${file}, line ${String(line)}: ${finding}`),
    ),
  }
}

function columnsOf(file: string, { line, cells }: CsvRecord): readonly Column[] {
  const refuse = (problem: string): never => {
    throw new CommandFailed(
      EXIT.usage,
      shownText(`${file}, line ${String(line)}: ${problem} The header is ${REQUIRED.join(',')}.`),
    )
  }
  if (cells.length === 1 && /[;\t]/.test(cells[0] ?? ''))
    return refuse('its cells are not parted by commas. Save it as CSV with commas.')
  const unknown = cells.find((cell) => !(COLUMNS as readonly string[]).includes(cell))
  if (unknown !== undefined)
    return refuse(
      `there is no column ${quoted(unknown)}. There may also be ${COLUMNS.slice(REQUIRED.length).join(', ')}; take any other out.`,
    )
  const repeated = cells.find((cell, index) => cells.indexOf(cell) !== index)
  if (repeated !== undefined) return refuse(`column ${repeated} stands twice. Take one out.`)
  const missing = REQUIRED.filter((column) => !cells.includes(column))
  if (missing.length > 0) return refuse(`column ${missing.join(', ')} is missing. Add it.`)
  return cells as readonly Column[]
}

type Complain = (line: number, column: Column, problem: string, found: string) => void

function twice(read: readonly Read[], complain: Complain): void {
  const lines = new Map<string, number>()
  for (const { line, member } of read) {
    const { cohort, child } = member.row
    const key = JSON.stringify([cohort, child])
    const before = lines.get(key)
    if (before === undefined) lines.set(key, line)
    else
      complain(
        line,
        'child',
        `this child stands in cohort ${cohort} twice, first on line ${String(before)}. Give each child once, by its first index date.`,
        child,
      )
  }
}

/** Anchors are never mixed: not what the index date is the day of, nor what the windows are counted from; and a sample period has one end. */
function mixed(read: readonly Read[], complain: Complain): void {
  const [first] = read
  const ends = new Map(read.map(({ member: { row } }) => [row.cohort, row.windowsFrom]))
  for (const { line, cells, member } of read) {
    const anchor = cells('anchor')
    if (anchor !== '' && !isAnchor(anchor))
      complain(line, 'anchor', `there is no such anchor. There are ${ANCHORS.join(', ')}.`, anchor)
    else if (anchor !== first?.cells('anchor'))
      complain(
        line,
        'anchor',
        `anchors are never mixed: line ${String(first?.line)} has another one. Give a file for each.`,
        anchor,
      )
    if ((cells('windows_from') === '') !== (first?.cells('windows_from') === ''))
      complain(
        line,
        'windows_from',
        'windows from the index date and from the end of a sample period are never mixed. Fill it in on every line, or on none.',
        cells('windows_from'),
      )
    else if (cells('windows_from') !== '' && ends.get(member.row.cohort)?.equals(member.row.windowsFrom) === false)
      complain(
        line,
        'windows_from',
        'the sample period of a cohort has one end, and another line of it says another. Correct one, or make two cohorts.',
        cells('windows_from'),
      )
  }
}

interface Problem {
  readonly line: number
  readonly text: string
}

/** In the order of the file, the first of them. */
function refuseAll(found: readonly Problem[]): void {
  if (found.length === 0) return
  const problems = [...found].sort((a, b) => a.line - b.line).map(({ text }) => text)
  const more = problems.length - MOST_SHOWN
  throw new CommandFailed(
    EXIT.usage,
    [...problems.slice(0, MOST_SHOWN), ...(more > 0 ? [`and ${String(more)} more.`] : [])].join('\n'),
  )
}

const quoted = (text: string): string =>
  JSON.stringify(text.length > MOST_FOUND ? `${text.slice(0, MOST_FOUND)}…` : text)
