import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import { ANCHORS, isAnchor, type Anchor } from '../../../domain/cohort/anchor'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { cohortChildren, type CohortCaseChild } from '../../queries/cohortChildren'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { parseDay } from '../parseDay'
import { teamsAsked } from '../teamsAsked'
import type { CohortOptions } from './cohortOptions'
import { checkPrint, printCohort } from './printCohort'

/** `caseclock cohort --from --to --anchor`: the same table of the cases in the database, as it stands today. One anchor a report. */
export const runCohortFromDatabase = async (options: CohortOptions, io: Io): Promise<ExitCode> => {
  const asked = whatIsAsked(options)
  checkPrint(options)
  return withDatabase(options.data, async (db) => {
    const today = londonDay((await readClock(db)).now)
    const { team = null } = options
    const teams = team === null ? undefined : await teamsAsked(db, team)
    const found = await cohortChildren(db, { ...asked, today }, teams)
    const { anchor, from, to, sampleEnd, cohort } = asked
    const laterIndexDates = found.reduce((sum, one) => sum + one.laterIndexDates, 0)
    await printCohort(
      { from: 'database', anchor, window: { from, to }, sampleEnd, team, today, cohort, laterIndexDates },
      membersOf(found),
      options,
      io,
    )
    return EXIT.done
  })
}

interface Asked {
  readonly anchor: Anchor
  readonly from: LocalDate
  readonly to: LocalDate
  readonly sampleEnd: LocalDate | null
  readonly cohort: string
}

function whatIsAsked(options: CohortOptions): Asked {
  if (options.from === undefined || options.to === undefined || options.anchor === undefined)
    throw new CommandFailed(
      EXIT.usage,
      `Give --input with a file of rows, or --from, --to and --anchor (${ANCHORS.join(', ')}) for the database.`,
    )
  const { anchor } = options
  if (!isAnchor(anchor))
    throw new CommandFailed(
      EXIT.usage,
      `--anchor ${anchor}: there is no such anchor. There are ${ANCHORS.join(', ')}; one a report, for they are never mixed.`,
    )
  const [from, to] = [parseDay('--from', options.from), parseDay('--to', options.to)]
  if (from.isAfter(to))
    throw new CommandFailed(
      EXIT.usage,
      `--from ${options.from} lies after --to ${options.to}. Give the earlier day first.`,
    )
  const sampleEnd = options.sampleEnd === undefined ? null : parseDay('--sample-end', options.sampleEnd)
  if (sampleEnd?.isBefore(to) === true)
    throw new CommandFailed(
      EXIT.usage,
      `--sample-end ${sampleEnd.toString()} lies before --to ${options.to}: the sample period ends with the last index date, or later.`,
    )
  return { anchor, from, to, sampleEnd, cohort: options.cohort ?? `${options.from} to ${options.to}` }
}

/** In order of index date; those of restricted cases last, counted like any other and without an id that leads to them. */
function membersOf(found: readonly CohortCaseChild[]): readonly CohortMember[] {
  const ordered = [...found].sort(
    (a, b) =>
      Number(a.restricted) - Number(b.restricted) ||
      a.row.indexDate.compareTo(b.row.indexDate) ||
      (a.row.child < b.row.child ? -1 : 1),
  )
  const open = ordered.filter(({ restricted }) => !restricted).length
  return ordered.map(({ row, ref, age, restricted }, index) => ({
    row: restricted ? { ...row, child: `restricted-${String(index - open + 1)}` } : row,
    ref: restricted ? null : ref,
    age,
    markers: {},
  }))
}
