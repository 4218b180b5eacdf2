import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import { DEFINITIONS } from '../../../domain/supervision/figures/definitions'
import { figureTables } from '../../../domain/supervision/figures/figureTables'
import { measuresOf } from '../../../domain/supervision/figures/measures'
import { monthSpan, type MonthSpan } from '../../../domain/supervision/figures/monthSpan'
import { notDiscussedBy } from '../../../domain/supervision/figures/notDiscussedBy'
import type { TeamMonth } from '../../../domain/supervision/figures/teamMonth'
import { govukDate } from '../../../domain/timeline/govukDate'
import { readDay } from '../../commands/readDay'
import { supervisionFigures } from '../../queries/supervision/supervisionFigures'
import { NO_TEAM } from '../../noTeam'
import { withDatabase } from '../connect'
import { csvText } from '../../files/csvText'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { shownText } from '../shownText'
import { teamsAsked } from '../teamsAsked'
import { textTable } from '../textTable'

export interface SupervisionFiguresOptions {
  /** A name, part of one, or an id. */
  readonly team?: string
  /** `2027-03`. */
  readonly from?: string
  readonly to?: string
  readonly csv?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock supervision figures`: coverage, attendance, summaries and minutes in time, per team and month; the twelve months up to this one unless told. */
export const runSupervisionFigures = async (options: SupervisionFiguresOptions, io: Io): Promise<ExitCode> => {
  const { team, csv = false, json = false } = options
  if (csv && json) throw new CommandFailed(EXIT.usage, 'Give either --csv or --json.')
  const months = { from: monthAsked('--from', options.from), to: monthAsked('--to', options.to) }
  return withDatabase(options.data, async (db) => {
    const today = londonDay((await readClock(db)).now)
    const span = monthSpan(months, today)
    if ('problem' in span) throw new CommandFailed(EXIT.usage, span.problem)
    const teams = team === undefined ? undefined : await teamsAsked(db, team)
    const figures = await supervisionFigures(db, { span, teams, today })
    if (json) io.out(figuresJson(figures, { span, today }))
    else io.out(csv ? figuresCsv(figures) : figuresText(figures, { span, today }))
    return EXIT.done
  })
}

const MONTH = /^\d{4}-\d{2}$/

/** The first day of a month given on the command line. One that does not exist ends the command with the option's name. */
function monthAsked(option: string, text: string | undefined): LocalDate | null {
  if (text === undefined) return null
  const first = MONTH.test(text) ? readDay(`${text}-01`) : undefined
  if (first === undefined)
    throw new CommandFailed(EXIT.usage, `${option} ${text} is not a month that exists. Write it as 2027-03.`)
  return first
}

/** Which months they are of, and the day as which they stand. */
interface FiguresOf {
  readonly span: MonthSpan
  readonly today: LocalDate
}

/** One row per team, month, measure and, of attendance, role. `n` is empty where `of` is 0. */
const figuresCsv = (figures: readonly TeamMonth[]): string =>
  csvText(
    ['team', 'month', 'measure', 'role', 'n', 'of'],
    figures.flatMap((one) =>
      measuresOf(one).map(({ measure, role, n, of }) => [one.team ?? NO_TEAM, one.month, measure, role, n, of]),
    ),
  )

/** The same as JSON, with the lists behind what somebody has to look at. Cases that are restricted are counted in them, not named. */
const figuresJson = (figures: readonly TeamMonth[], { span, today }: FiguresOf): string =>
  `${JSON.stringify({ format: 1, today: today.toString(), ...span, figures: figures.map(asJson) }, null, 2)}\n`

const asJson = (figures: TeamMonth) => ({
  ...{ teamId: figures.teamId, team: figures.team, month: figures.month, measures: measuresOf(figures) },
  notDiscussed: notDiscussedBy(figures.behind.notDiscussed).map(({ standing, cases, restricted }) => ({
    standing,
    cases: cases.map(({ ref, why }) => ({ ref, why })),
    restricted,
  })),
  repeatedAbsence: figures.behind.absentTwice.map(({ personId, name, role, days }) => ({
    ...{ personId, name, role, days: days.map((day) => day.toString()) },
  })),
  summariesNotOnTime: {
    cases: figures.behind.summaries
      .filter(({ restricted }) => !restricted)
      .map(({ ref, session, dueOn, writtenOn }) => ({
        ...{ ref, session: session.id, dueOn: dueOn.toString(), writtenOn: writtenOn?.toString() ?? null },
      })),
    restricted: figures.behind.summaries.filter(({ restricted }) => restricted).length,
  },
  minutesNotInTime: figures.behind.minutes.map(({ session, dueOn, outOn }) => ({
    ...{ session: session.id, on: session.on.toString(), dueOn: dueOn.toString(), outOn: outOn?.toString() ?? null },
  })),
  toCheck: figures.behind.toCheck.map(({ id, on }) => ({ session: id, on: on.toString() })),
})

/** The tables for people, and what each figure counts. */
function figuresText(figures: readonly TeamMonth[], { span, today }: FiguresOf): string {
  const title = `Group case supervision from ${span.from} to ${span.to}, as it stands on ${govukDate(today)}\n`
  if (figures.length === 0)
    return `${title}There is no session and no case open in group supervision in these months.\n`
  const tables = figureTables(figures).map(({ title: about, headings, rows }) => {
    const lines = rows.map(({ of, cells }) => [of.team ?? NO_TEAM, of.month, ...cells].map(shownText))
    return `${about}\n${textTable(['Team', 'Month', ...headings], lines)}`
  })
  const counted = DEFINITIONS.map(({ title: about, words, source }) => `- ${about}: ${words} Source: ${source}.\n`)
  return [title, ...tables, `What is counted\n${counted.join('')}`].join('\n')
}
