import { inOrder, teamFigures } from '../../../domain/forecast/forecastFigures'
import { FORECAST_KINDS, KIND_TITLES } from '../../../domain/forecast/forecastKind'
import { forecastSvg } from '../../../domain/forecast/forecastSvg'
import { lateBookedWords } from '../../../domain/forecast/forecastWords'
import { csvText } from '../../files/csvText'
import { forecastOf } from '../../queries/reports/forecastOf'
import { file, goTo, show } from '../app/answer'
import { page, type Asked } from '../app/page'
import { drawn } from '../app/views'
import { forecastLines, forecastTable } from './forecastRows'
import { choices, reportHref } from './reportAsking'
import { forReport, type ReportOf } from './reportOf'

const needs = 'see-reports' as const
const PATH = '/reports/forecast'
const LIST = `${PATH}/list`
const CSV = 'text/csv; charset=utf-8'
/** A quarter is thought through in a moment; a year takes a while. */
const WEEKS = [13, 26, 53] as const

const weeksAsked = ({ query }: Pick<Asked, 'query'>): number =>
  WEEKS.find((weeks) => String(weeks) === query['weeks']) ?? WEEKS[0]

const found = async (asked: Asked, of: ReportOf) => {
  const { db, reader, request } = asked
  const all = await forecastOf(db, {
    ...{ reader, ...of, worker: of.worker?.id ?? null },
    ...{ weeks: weeksAsked(asked), between: request.othersFirst },
  })
  return { all, lines: inOrder(all.lines) }
}

/** `/reports/forecast`: what lies ahead of one team, week by week; `/reports/forecast/list`: the list behind one number. */
export const FORECAST = [
  page({
    method: 'GET',
    path: PATH,
    needs,
    answer: forReport(async (asked, of) => {
      const { today, query } = asked
      const weeks = String(weeksAsked(asked))
      const about = {
        ...choices(PATH, of, today),
        periods: WEEKS.map((one) => ({
          text: `${String(one)} weeks`,
          href: reportHref(PATH, of, { weeks: String(one) }),
          current: String(one) === weeks,
        })),
        back: reportHref('/reports', of),
        csv: reportHref(PATH, of, { weeks, format: 'csv' }),
      }
      // Every case ahead is thought through: a county of them in one request would make everybody wait.
      if (of.one === null) return show('reports/forecast.njk', { ...about, chosen: false })
      const { all, lines } = await found(asked, of)
      const figures = teamFigures(of.one.name, lines, all.weeks)
      const table = forecastTable(figures, (cell) => reportHref(LIST, of, { weeks, ...cell }))
      if (query['format'] === 'csv')
        return file(
          CSV,
          csvText(
            table.head,
            table.rows.map((row) => row.map(({ text }) => text)),
          ),
          { name: 'forecast.csv' },
        )
      return show('reports/forecast.njk', {
        ...about,
        ...{ chosen: true, table, picture: drawn(forecastSvg({ today, teams: [figures] })) },
        booked: lateBookedWords(lines, today),
        notKnown:
          all.notKnown === 0 ? '' : `Not known from the first import, and in no figure: ${String(all.notKnown)}.`,
      })
    }),
  }),
  page({
    method: 'GET',
    path: LIST,
    needs,
    answer: forReport(async (asked, of) => {
      const { query, today } = asked
      const kind = FORECAST_KINDS.find((one) => one === query['kind'])
      const week = typeof query['week'] === 'string' && /^(late|\d{4}-W\d{2})$/.test(query['week']) ? query['week'] : ''
      if (of.one === null || kind === undefined || week === '') return goTo(reportHref(PATH, of))
      const lines = forecastLines((await found(asked, of)).lines, { week, kind })
      const weeks = String(weeksAsked(asked))
      if (query['format'] === 'csv')
        return file(
          CSV,
          csvText(
            ['Case', 'What'],
            lines.map(({ ref, words }) => [ref, words]),
          ),
          { name: 'forecast-list.csv' },
        )
      return show('reports/list.njk', {
        ...choices(LIST, of, today),
        ...{ title: `${KIND_TITLES[kind]}, ${week === 'late' ? 'late today' : `week ${week}`}`, others: null },
        ...{ count: lines.length, period: `${weeks} weeks from today` },
        words: 'If every meeting is held and every visit made on its day, and plans continue.',
        rows: lines.map(({ ref, words }) => ({ ref, words, href: `/cases/${encodeURIComponent(ref)}` })),
        ...{ back: reportHref(PATH, of, { weeks }), before: null, after: null },
        csv: reportHref(LIST, of, { weeks, week, kind, format: 'csv' }),
      })
    }),
  }),
]
