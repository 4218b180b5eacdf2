import { escalationNumbers } from '../../../domain/policy/alertRules'
import { byHighest, reachedWords } from '../../../domain/escalation/rungWords'
import { alertsCsv } from '../../files/alertsCsv'
import { alertFigures, type Figure } from '../../queries/alertFigures'
import { listed, type ListedAlert } from '../../queries/alertLists'
import { isOfTeam, openAlerts, type OpenCount } from '../../queries/alerts/openAlerts'
import { readerAlerts } from '../../queries/alerts/readerAlerts'
import { rulesNow } from '../../queries/web/rulesNow'
import { londonMoment } from '../../../domain/calendar/london'
import { NO_TEAM } from '../../noTeam'
import { file, show } from '../app/answer'
import { page, type Asked } from '../app/page'
import { dayWords } from '../app/momentWords'
import { sheetOf, turned } from '../app/sheets'
import { alertFilters, alertsHref, type AlertFilters } from './alertFilters'
import { alertRow } from './alertRow'
import { alertFigureWords } from '../../queries/alertFigureWords'
import { figureShown, LIST_WORDS } from './listWords'

/** `/escalations`: the alerts a reader may see, as lists and figures that open them. */
export const ALERT_LIST = page({
  method: 'GET',
  path: '/escalations',
  needs: 'see-own-work',
  answer: async (asked) => {
    const { db, today, query } = asked
    const filters = alertFilters(query, today)
    const { list, reached, team, from, to } = filters
    const isOpenNow = list === 'open' && from === null && to === null
    const isFile = query['format'] === 'csv'
    const found = await (isOpenNow && !isFile ? ofOpen(asked, filters) : ofAny(asked, { filters, isOpenNow }))
    if (isFile) return file('text/csv; charset=utf-8', alertsCsv(found.rows), { name: 'alerts.csv' })
    const { policy, calendar } = await rulesNow(db, today)
    const on = { today, calendar, numbers: escalationNumbers(policy) }
    const { rows, ...sheet } = turned(found.rows, sheetOf(query), (number) => alertsHref(filters, { page: number }))
    const ofTeam = found.counts.filter((one) => isOfTeam(team, one))
    const howFar = [...new Set(ofTeam.map((one) => one.reached))].sort(byHighest)
    const teams = [...new Map(found.counts.map((one) => [one.teamId ?? 'none', one.team ?? NO_TEAM]))].sort(
      ([, a], [, b]) => (a < b ? -1 : 1),
    )
    return show('alerts/alertList.njk', {
      heading: `${LIST_WORDS[list]}${reached === null ? '' : `, ${reachedWords(reached)}`}`,
      count: found.count,
      span:
        from === null && to === null
          ? null
          : `Opened ${from === null ? '' : `from ${dayWords(from)} `}${to === null ? 'up to today' : `to ${dayWords(to)}`}`,
      sheet,
      rows: rows.map(({ alert, line }) => alertRow(alert, line, on)),
      teams: [
        { text: 'All teams', href: alertsHref(filters, { team: null }), current: team === null },
        ...teams.map(([id, text]) => ({ text, href: alertsHref(filters, { team: id }), current: team === id })),
      ],
      howFar: isOpenNow
        ? [
            {
              text: `All open: ${String(counted(ofTeam))}`,
              href: alertsHref(filters, { reached: null }),
              current: reached === null,
            },
            ...howFar.map((one) => ({
              text: `${reachedWords(one)}: ${String(counted(ofTeam.filter((step) => step.reached === one)))}`,
              href: alertsHref(filters, { reached: one }),
              current: reached === one,
            })),
          ]
        : [],
      figures: isOpenNow
        ? []
        : found.figures.map((figure) => ({
            text: alertFigureWords(figure),
            count: figureShown(figure),
            href: alertsHref(filters, {
              list: figure.list,
              reached: figure.reached,
              from: from ?? today.minusMonths(3),
            }),
          })),
      lists: isOpenNow
        ? { text: 'All alerts of the last three months', href: alertsHref(filters, { list: 'all', reached: null }) }
        : { text: 'Alerts that are open now', href: '/escalations' },
      csv: alertsHref(filters, { csv: true }),
    })
  },
})

/** A list of alerts, as the page shows one. */
interface Found {
  readonly count: number
  /** From the first line of this sheet on: one more than it shows where there are others; of a file all. */
  readonly rows: readonly ListedAlert[]
  /** Of every team that has an alert in the list, whichever team is shown. */
  readonly counts: readonly OpenCount[]
  readonly figures: readonly Figure[]
}

const counted = (all: readonly OpenCount[]): number => all.reduce((sum, { count }) => sum + count, 0)

/** Those open now: counted in the database, and read as far as they are shown. */
async function ofOpen({ db, reader, query }: Asked, { team, reached }: AlertFilters): Promise<Found> {
  const { offset, most } = sheetOf(query)
  const { counts, rows } = await openAlerts(db, reader, { team, reached, offset, most })
  const asked = counts.filter((one) => isOfTeam(team, one) && (reached ?? one.reached) === one.reached)
  return { counts, count: counted(asked), rows: rows.map((alert) => ({ alert, line: null })), figures: [] }
}

/** Any other: its figures are of every alert in it. */
async function ofAny(
  { db, reader, query }: Asked,
  {
    filters: { list, reached, team, from, to },
    isOpenNow,
  }: { readonly filters: AlertFilters; readonly isOpenNow: boolean },
): Promise<Found> {
  const opened = {
    from: from === null ? null : londonMoment(from, 0),
    before: to === null ? null : londonMoment(to.plusDays(1), 0),
  }
  const all = await readerAlerts(db, reader, isOpenNow ? { state: 'open' } : { state: 'all', opened })
  const ofTeam = all.filter((one) => isOfTeam(team, one))
  const found = listed(ofTeam, { list, reached })
  const { offset, most } = sheetOf(query)
  return {
    count: found.length,
    rows: query['format'] === 'csv' ? found : found.slice(offset, offset + most),
    counts: all.map((one) => ({ ...one, count: 1 })),
    figures: isOpenNow ? [] : alertFigures(ofTeam).total,
  }
}
