import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { COHORT_LISTS, listed } from '../../../domain/cohort/cohortLists'
import { MARKERS } from '../../../domain/cohort/markers'
import { LEAST_THRESHOLD, SUPPRESSED_BELOW } from '../../../domain/cohort/suppressed'
import { CommandFailed, EXIT, type Io } from '../io'
import { refuseInput, writeText } from '../writtenFile'
import { cohortCsv } from '../../files/cohort/cohortCsv'
import { cohortJson } from './cohortJson'
import type { CohortPrint } from './cohortOptions'
import { cohortReport, type Source } from '../../../domain/cohort/cohortReport'
import { rowsCsv, rowsJson } from '../../files/cohort/cohortRows'
import { cohortText } from './cohortText'
import { matchingCsv } from './matchingCsv'

/** The largest number of children that is still a small number. */
const MOST_THRESHOLD = 100

/** Ends the command where what was asked for does not go together; before anything is read. */
export function checkPrint({ rows, suppress, svg, matching, csv, json }: CohortPrint, input?: string): void {
  if (suppress !== undefined && (rows !== undefined || matching !== undefined))
    throw new CommandFailed(
      EXIT.usage,
      `--suppress is for publication, and ${rows === undefined ? '--matching writes' : '--rows prints'} a row for each child. Ask for one of them.`,
    )
  if (csv === true && (json === true || rows !== undefined))
    throw new CommandFailed(EXIT.usage, `Give either --csv or ${json === true ? '--json' : '--rows'}.`)
  if (svg !== undefined && svg === matching)
    throw new CommandFailed(EXIT.usage, '--svg and --matching name one file. Give each a file of its own.')
  refuseInput('--svg', svg, [input])
  refuseInput('--matching', matching, [input])
  thresholdOf(suppress)
}

/** Prints a report as it was asked for. Every figure is counted from the list that `--rows` prints. */
export async function printCohort(
  source: Source,
  members: readonly CohortMember[],
  asked: CohortPrint,
  io: Io,
): Promise<void> {
  const { rows, json = false, csv = false, published = false } = asked
  const report = cohortReport(source, members, thresholdOf(asked.suppress))
  const list = rows === undefined ? undefined : listAsked(members, rows === true ? 'all' : rows)
  if (json) {
    const beside = list === undefined ? {} : { rows: rowsJson(list, source) }
    io.out(`${JSON.stringify({ ...cohortJson(report, published), ...beside }, null, 2)}\n`)
  } else if (list !== undefined) io.out(rowsCsv(list, source))
  else io.out(csv ? cohortCsv(report) : cohortText(report, published))
  if (asked.svg !== undefined) {
    // Only loaded for a picture: without one the command starts at once.
    const { cohortSvg } = await import('../../../domain/cohort/cohortSvg.js')
    writeText(asked.svg, cohortSvg(report.cohorts))
    io.err(`The chart is in ${asked.svg}.\n`)
  }
  if (asked.matching !== undefined) writeMatching(asked.matching, members, io)
}

/** Ends the command where there is no such list. */
function listAsked(members: readonly CohortMember[], name: string): readonly CohortMember[] {
  const found = listed(members, name)
  if (found !== undefined) return found
  const known = [...COHORT_LISTS.keys()].join(', ')
  throw new CommandFailed(EXIT.usage, `--rows ${name}: there is no such list. There are ${known}.`)
}

function writeMatching(file: string, members: readonly CohortMember[], io: Io): void {
  writeText(file, matchingCsv(members))
  const isCoded = members.some(({ markers }) => MARKERS.some((marker) => markers[marker] !== undefined))
  io.err(
    `The rows for matching are in ${file}. ${isCoded ? 'An empty marker was not coded.' : 'No marker was coded: no fact of a chronology carries one, and the cells are empty. Add them as columns to a file of rows.'}\n`,
  )
}

/** Below which number counts are hidden; null: none is. */
function thresholdOf(suppress: string | true | undefined): number | null {
  if (suppress === undefined) return null
  const below = suppress === true ? SUPPRESSED_BELOW : Number(suppress)
  if (!Number.isInteger(below) || below < LEAST_THRESHOLD || below > MOST_THRESHOLD)
    throw new CommandFailed(
      EXIT.usage,
      `--suppress takes a whole number from ${String(LEAST_THRESHOLD)} to ${String(MOST_THRESHOLD)}: counts below it are hidden. Below ${String(LEAST_THRESHOLD)} the mark would say the count.`,
    )
  return below
}
