import { escalationNumbers } from '../../../domain/policy/alertRules'
import { byHighest, reachedWords } from '../../../domain/escalation/rungWords'
import { alertsCsv } from '../../files/alertsCsv'
import { alertFigures } from '../../queries/alertFigures'
import { listed } from '../../queries/alertLists'
import { readerAlerts } from '../../queries/alerts/readerAlerts'
import { rulesNow } from '../../queries/web/rulesNow'
import { londonMoment } from '../../../domain/calendar/london'
import { NO_TEAM } from '../../noTeam'
import { file, show } from '../app/answer'
import { page } from '../app/page'
import { dayWords } from '../app/momentWords'
import { sheetOf, turnedWhole } from '../app/sheets'
import { alertFilters, alertsHref } from './alertFilters'
import { alertRow } from './alertRow'
import { alertFigureWords } from '../../queries/alertFigureWords'
import { figureShown, LIST_WORDS } from './listWords'

/** `/escalations`: the alerts a reader may see, as lists and figures that open them. */
export const ALERT_LIST = page({
  method: 'GET',
  path: '/escalations',
  needs: 'see-own-work',
  answer: async ({ db, reader, today, query }) => {
    const filters = alertFilters(query, today)
    const { list, reached, team, from, to } = filters
    const isOpenNow = list === 'open' && from === null && to === null
    const opened = {
      from: from === null ? null : londonMoment(from, 0),
      before: to === null ? null : londonMoment(to.plusDays(1), 0),
    }
    const all = await readerAlerts(db, reader, isOpenNow ? { state: 'open' } : { state: 'all', opened })
    const ofTeam = team === null ? all : all.filter(({ teamId }) => (teamId ?? 'none') === team)
    const found = listed(ofTeam, { list, reached })
    if (query['format'] === 'csv') return file('text/csv; charset=utf-8', alertsCsv(found), { name: 'alerts.csv' })
    const { policy, calendar } = await rulesNow(db, today)
    const on = { today, calendar, numbers: escalationNumbers(policy) }
    const { rows, ...sheet } = turnedWhole(found, sheetOf(query), (number) => alertsHref(filters, { page: number }))
    const open = ofTeam.filter(({ state }) => state === 'open')
    const howFar = [...new Set(open.map((one) => one.reached))].sort(byHighest)
    const teams = [...new Map(all.map((one) => [one.teamId ?? 'none', one.team ?? NO_TEAM]))].sort(([, a], [, b]) =>
      a < b ? -1 : 1,
    )
    return show('alerts/alertList.njk', {
      heading: `${LIST_WORDS[list]}${reached === null ? '' : `, ${reachedWords(reached)}`}`,
      count: found.length,
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
              text: `All open: ${String(open.length)}`,
              href: alertsHref(filters, { reached: null }),
              current: reached === null,
            },
            ...howFar.map((one) => ({
              text: `${reachedWords(one)}: ${String(open.filter((alert) => alert.reached === one).length)}`,
              href: alertsHref(filters, { reached: one }),
              current: reached === one,
            })),
          ]
        : [],
      figures: isOpenNow
        ? []
        : alertFigures(ofTeam).total.map((figure) => ({
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
