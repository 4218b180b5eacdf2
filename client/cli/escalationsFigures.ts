import type { LocalDate } from '@js-joda/core'
import { NO_TEAM } from '../noTeam'
import type { AlertFigures, Figure, TeamFigures } from '../queries/alertFigures'
import { alertFigureWords } from '../queries/alertFigureWords'
import { csvText } from '../files/csvText'
import { textTable } from './textTable'

/** Of which alerts: those opened on these days. */
export interface FiguresSpan {
  readonly today: LocalDate
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** A row of figures: those of a team, or of all of them. */
interface Row {
  readonly name: string
  /** What `--team` takes for it; null for all. */
  readonly team: string | null
  readonly figures: readonly Figure[]
}

export function figuresText(figures: AlertFigures, span: FiguresSpan): string {
  const rows = rowsOf(figures)
  const headings = ['Team', ...figures.total.map(alertFigureWords)]
  const table = textTable(
    headings,
    rows.map(({ name, figures: own }) => [name, ...own.map(shown)]),
  )
  const example = listCommand(rows.at(-1)?.team ?? null, figures.total.at(-1), span)
  return `${spanWords(span)}\n${table}\nThe list behind a figure: ${example}; --json and --csv name the list of each.\n`
}

export const figuresCsv = (figures: AlertFigures, span: FiguresSpan): string =>
  csvText(
    ['team', 'figure', 'count', 'of', 'percent', 'median hours', 'list'],
    rowsOf(figures).flatMap(({ name, team, figures: own }) =>
      own.map((figure) => [
        ...[name, alertFigureWords(figure), figure.count, figure.of?.count ?? null, percent(figure), figure.hours],
        listCommand(team, figure, span),
      ]),
    ),
  )

export const figuresJson = (figures: AlertFigures, { today, from, to }: FiguresSpan): string =>
  `${JSON.stringify(
    {
      ...{ format: 1, today: today.toString(), from: from?.toString() ?? null, to: to?.toString() ?? null },
      teams: figures.teams.map(({ teamId, team, figures: own }) => ({
        teamId,
        team,
        figures: own.map(asJson(teamId)),
      })),
      total: figures.total.map(asJson(undefined)),
    },
    null,
    2,
  )}\n`

/** `list` and its filters are what `caseclock escalations` takes to show the lines behind a figure. */
const asJson = (teamId: string | null | undefined) => (figure: Figure) => ({
  ...{ figure: figure.name, count: figure.count, percent: percent(figure), medianHours: figure.hours },
  list: { list: figure.list, toldTo: figure.reached, ...(teamId === undefined ? {} : { team: teamId ?? NO_TEAM }) },
  of: figure.of,
})

function rowsOf({ teams, total }: AlertFigures): readonly Row[] {
  const shared = (team: TeamFigures): boolean => teams.filter((other) => other.team === team.team).length > 1
  return [
    ...teams.map((one) => {
      const name = one.team ?? NO_TEAM
      return { name, team: shared(one) ? (one.teamId ?? NO_TEAM) : name, figures: one.figures }
    }),
    { name: 'All', team: null, figures: total },
  ]
}

function listCommand(team: string | null, figure: Figure | undefined, { from, to }: FiguresSpan): string {
  const option = (name: string, value: { toString: () => string } | null): string =>
    value === null ? '' : ` --${name} ${/[^\w-]/.test(value.toString()) ? `"${value.toString()}"` : value.toString()}`
  return `caseclock escalations${option('team', team)}${option('list', figure?.list ?? 'all')}${option('told-to', figure?.reached ?? null)}${option('from', from)}${option('to', to)}`
}

/** With its numerator and what it is of: `3 of 4 (75 %)`. */
function shown(figure: Figure): string {
  const share = percent(figure)
  const of = figure.of === null ? '' : ` of ${String(figure.of.count)}${share === null ? '' : ` (${String(share)} %)`}`
  return `${String(figure.count)}${of}${figure.hours === null ? '' : `, ${String(figure.hours)} h`}`
}

/** To one decimal; null of nothing. */
const percent = ({ count, of }: Figure): number | null =>
  of === null || of.count === 0 ? null : Math.round((1000 * count) / of.count) / 10

function spanWords({ today, from, to }: FiguresSpan): string {
  const opened = from === null && to === null ? 'All alerts' : 'Alerts opened'
  return `${opened}${from === null ? '' : ` from ${from.toString()}`}${to === null ? '' : ` to ${to.toString()}`}, as they stand on ${today.toString()}`
}
