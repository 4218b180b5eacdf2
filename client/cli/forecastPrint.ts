import type { Forecast } from '../../domain/forecast/forecastCase'
import {
  forecastFigures,
  inOrder,
  meetingOf,
  teamFigures,
  type TeamFigures,
  type WeekFigures,
} from '../../domain/forecast/forecastFigures'
import { CONFERENCES, FORECAST_KINDS, KIND_TITLES } from '../../domain/forecast/forecastKind'
import { forecastSvg } from '../../domain/forecast/forecastSvg'
import { lateBookedWords } from '../../domain/forecast/forecastWords'
import { csvText } from '../files/csvText'
import type { Found } from '../../domain/forecast/collector'
import { EXIT, type ExitCode, type Io } from './io'
import { textTable } from './textTable'
import { writeText } from './writtenFile'

export interface ForecastPrint {
  /** The obligations behind the figures instead of them; with `json`, beside them. */
  readonly list?: boolean
  readonly csv?: boolean
  readonly json?: boolean
  /** A file for the chart. */
  readonly svg?: string
}

/** Prints a forecast as it was asked for. Every figure is counted from the list. */
export function printForecast(found: Found, { list, csv, json, svg }: ForecastPrint, io: Io): ExitCode {
  const lines = inOrder(found.lines)
  const teams = forecastFigures(lines, found.weeks)
  if (json === true) io.out(`${JSON.stringify(asJson(found, teams, list === true ? lines : undefined), null, 2)}\n`)
  else if (csv === true) io.out(list === true ? listCsv(lines) : figuresCsv(teams))
  else io.out(list === true ? listText(found, lines) : figuresText(found, teams))
  if (svg !== undefined) {
    const all = teams.length > 1 ? [teamFigures('All teams', lines, found.weeks)] : []
    writeText(svg, forecastSvg({ today: found.today, teams: [...all, ...teams] }))
    io.err(`The chart is in ${svg}.\n`)
  }
  return EXIT.done
}

const weekName = ({ week }: WeekFigures): string => week?.name ?? 'late'
const monday = ({ week }: WeekFigures): string => week?.monday.toString() ?? ''
const rowsOf = ({ late, weeks }: TeamFigures): readonly WeekFigures[] => [late, ...weeks]

/** What a row of figures holds, after its week: the kinds and their sum, then meetings. */
const cells = ({ kinds, obligations, conferences, together }: WeekFigures): readonly number[] => [
  ...FORECAST_KINDS.map((kind) => kinds[kind]),
  obligations,
  conferences,
  together['core-group'],
]

const figuresCsv = (teams: readonly TeamFigures[]): string =>
  csvText(
    ['team', 'week', 'monday', ...FORECAST_KINDS, 'obligations', 'conferences_to_hold', 'core_groups_to_hold'],
    teams.flatMap((team) => rowsOf(team).map((row) => [team.team, weekName(row), monday(row), ...cells(row)])),
  )

function figuresText(found: Found, teams: readonly TeamFigures[]): string {
  const headings = [
    ...['Week', 'Monday', ...FORECAST_KINDS.map((kind) => KIND_TITLES[kind])],
    ...['All', 'Conferences to hold', 'Core groups to hold'],
  ]
  const tables = teams.map((team) => {
    const rows = rowsOf(team).map((row) => [weekName(row), monday(row), ...cells(row).map(String)])
    return `\n${team.team}\n${textTable(headings, rows)}`
  })
  return [header(found), ...tables, footer(found)].join('')
}

const header = ({ policy, calendar, cases, lines, today, until }: Found): string =>
  `${policy}, ${calendar}\n${String(cases)} ${cases === 1 ? 'case' : 'cases'}, ${String(lines.length)} obligations late on ${today.toString()} or expected by ${until.toString()}, if every meeting is held and every visit made on its day and plans continue.\n`

const footer = ({ lines, notKnown, today, toCome }: Found): string =>
  [
    '',
    ...(lines.length === 0
      ? ['Nothing is late and nothing is expected.']
      : [
          'Initial to Other count one for each child, and add up to All; to hold: the children of one case who are due on one day sit together. --list prints the obligations behind every figure.',
        ]),
    lateBookedWords(lines, today),
    ...toCome.map(toComeWords),
    notKnown === 0
      ? ''
      : `${String(notKnown)} matters fell due before the cases came here and are not known from the import: they are in no figure.`,
  ]
    .filter((line, index) => index === 0 || line !== '')
    .join('\n')
    .concat('\n')

/** Dates that a version of the rules to come would move are not guessed: they are said. */
const toComeWords = ({ policy, from, openWork }: Found['toCome'][number]): string =>
  `What begins on ${from?.toString() ?? ''} or later follows ${policy}.${openWork ? ' It will move what is open on that day too, which is not counted here.' : ''}`

const LIST = ['team', 'week', 'on', 'kind', 'case', 'for', 'rule', 'what', 'due', 'booked', 'basis', 'meeting'] as const

const listRow = (one: Forecast): readonly string[] => [
  one.team,
  one.week,
  one.on.toString(),
  one.kind,
  one.ref,
  one.subject,
  one.rule,
  one.title,
  one.dueOn.toString(),
  one.bookedFor?.toString() ?? '',
  one.basis,
  isMeeting(one) ? meetingOf(one) : '',
]

/** Lines with the same text here are one meeting. */
const isMeeting = ({ kind }: Forecast): boolean => CONFERENCES.includes(kind) || kind === 'core-group'

const listCsv = (lines: readonly Forecast[]): string => csvText(LIST, lines.map(listRow))

const listText = (found: Found, lines: readonly Forecast[]): string =>
  `${header(found)}\n${textTable(
    LIST.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    lines.map(listRow),
  )}${footer(found)}`

function asJson(found: Found, teams: readonly TeamFigures[], lines: readonly Forecast[] | undefined) {
  const { policy, calendar, today, until, cases, notKnown } = found
  const row = (figures: WeekFigures) => ({
    week: weekName(figures),
    monday: figures.week?.monday.toString() ?? null,
    kinds: figures.kinds,
    obligations: figures.obligations,
    conferencesToHold: figures.conferences,
    coreGroupsToHold: figures.together['core-group'],
  })
  return {
    format: 1,
    policy,
    calendar,
    today: today.toString(),
    until: until.toString(),
    policiesToCome: found.toCome.map(({ from, ...one }) => ({ ...one, from: from?.toString() ?? null })),
    weeks: found.weeks.length,
    cases,
    notKnownFromImport: notKnown,
    teams: teams.map((team) => ({ team: team.team, late: row(team.late), weeks: team.weeks.map(row) })),
    ...(lines === undefined
      ? {}
      : {
          list: lines.map((one) => ({
            ...{ team: one.team, week: one.week, on: one.on.toString(), kind: one.kind, case: one.ref },
            ...{ subject: one.subject, rule: one.rule, part: one.part, title: one.title, dueOn: one.dueOn.toString() },
            ...{ bookedFor: one.bookedFor?.toString() ?? null, basis: one.basis },
            meeting: isMeeting(one) ? meetingOf(one) : null,
          })),
        }),
  }
}
