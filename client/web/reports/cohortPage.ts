import type { LocalDate } from '@js-joda/core'
import { ANCHOR_WORDS, ANCHORS, type Anchor } from '../../../domain/cohort/anchor'
import { listed } from '../../../domain/cohort/cohortLists'
import { cohortSvg } from '../../../domain/cohort/cohortSvg'
import { monthName } from '../../../domain/supervision/monthName'
import { cohortReport } from '../../../domain/cohort/cohortReport'
import { cohortCsv } from '../../files/cohort/cohortCsv'
import { rowsCsv } from '../../files/cohort/cohortRows'
import { cohortOf } from '../../queries/reports/cohortOf'
import { file, goTo, show } from '../app/answer'
import { dayWords } from '../app/momentWords'
import { page, type Asked } from '../app/page'
import { sheetOf, turnedWhole } from '../app/sheets'
import { drawn } from '../app/views'
import { cohortFigures, cohortLeftOut, cohortLines } from './cohortRows'
import { choices, reportHref } from './reportAsking'
import { periodFrom } from './reportGroups'
import { forReport, type ReportOf } from './reportOf'

const needs = 'see-reports' as const
const PATH = '/reports/cohort'
const LIST = `${PATH}/list`
const CSV = 'text/csv; charset=utf-8'

/** Windows of six months are over for those whose day lies six months back. */
const PERIODS = [
  { text: '18 to 6 months ago', until: 6 },
  { text: '30 to 18 months ago', until: 18 },
  { text: 'Last 12 months', until: 0 },
] as const

const periodsOf = (today: LocalDate) =>
  PERIODS.map(({ text, until }) => {
    const to = today.minusMonths(until)
    return { text, to, from: periodFrom(to, 12) }
  })

/** Without days that were asked for: those whose six months are over. */
function daysAsked({ query, today }: Asked, of: ReportOf): ReportOf {
  const [first] = periodsOf(today)
  return typeof query['from'] === 'string' || first === undefined ? of : { ...of, from: first.from, to: first.to }
}

const anchorAsked = ({ query }: Asked): Anchor => ANCHORS.find((one) => one === query['anchor']) ?? 'plan-start'

async function found(asked: Asked, of: ReportOf) {
  const { db, reader, today } = asked
  const anchor = anchorAsked(asked)
  // As short as the picture has room for: 2025-05 to 2026-05.
  const cohort = `${monthName(of.from)} to ${monthName(of.to)}`
  const about = { anchor, from: of.from, to: of.to, sampleEnd: null, cohort, today }
  const { members, laterIndexDates } = await cohortOf(db, { reader, ...of, worker: of.worker?.id ?? null }, about)
  const report = cohortReport(
    {
      ...{ from: 'database', anchor, window: of, sampleEnd: null, team: of.one?.name ?? null },
      ...{ today, cohort, laterIndexDates },
    },
    members,
    null,
  )
  return { members, report, laterIndexDates }
}

/** `/reports/cohort`: the three- and six-month follow-up of one team; `/reports/cohort/list?list=`: the children behind a figure. */
export const COHORT = [
  page({
    method: 'GET',
    path: PATH,
    needs,
    answer: forReport(async (asked, given) => {
      const of = daysAsked(asked, given)
      const { today, query } = asked
      const anchor = anchorAsked(asked)
      const about = {
        ...choices(PATH, of, today),
        periods: periodsOf(today).map(({ text, from, to }) => ({
          text,
          href: reportHref(PATH, { ...of, from, to }, { anchor }),
          current: from.equals(of.from) && to.equals(of.to),
        })),
        anchors: ANCHORS.map((one) => ({
          text: `By ${ANCHOR_WORDS[one]}`,
          href: reportHref(PATH, of, { anchor: one }),
          current: one === anchor,
        })),
        ...{ anchor: ANCHOR_WORDS[anchor], back: reportHref('/reports', given) },
        csv: reportHref(PATH, of, { anchor, format: 'csv' }),
      }
      // The chronologies of all cases of a county are no page’s to read.
      if (of.one === null) return show('reports/cohort.njk', { ...about, chosen: false })
      const { report, laterIndexDates } = await found(asked, of)
      if (query['format'] === 'csv') return file(CSV, cohortCsv(report), { name: 'cohort.csv' })
      const hrefOf = (list: string): string => reportHref(LIST, of, { anchor, list })
      return show('reports/cohort.njk', {
        ...about,
        ...{ chosen: true, picture: drawn(cohortSvg(report.cohorts)), leftOutHref: hrefOf('left-out') },
        tables: report.cohorts.map((one) => cohortFigures(one, hrefOf)),
        leftOut: report.cohorts.map(cohortLeftOut),
        again:
          laterIndexDates === 0
            ? ''
            : `A child is counted once, by the first such day. Later ones not counted again: ${String(laterIndexDates)}.`,
      })
    }),
  }),
  page({
    method: 'GET',
    path: LIST,
    needs,
    answer: forReport(async (asked, given) => {
      const of = daysAsked(asked, given)
      const { query, today } = asked
      const anchor = anchorAsked(asked)
      const list = String(query['list'])
      const overview = reportHref(PATH, of, { anchor })
      if (of.one === null) return goTo(overview)
      const { members, report } = await found(asked, of)
      const own = listed(members, list)
      if (own === undefined) return goTo(overview)
      if (query['format'] === 'csv') return file(CSV, rowsCsv(own, report.source), { name: `cohort-${list}.csv` })
      const href = (more: Readonly<Record<string, string>>): string => reportHref(LIST, of, { anchor, list, ...more })
      const { rows, ...sheet } = turnedWhole(own, sheetOf(query), (number) => href({ page: String(number) }))
      return show('reports/list.njk', {
        ...choices(LIST, of, today),
        ...{ title: 'Children, three and six months on', count: own.length, others: null },
        words: `One line for each child, by ${ANCHOR_WORDS[anchor]} from ${dayWords(of.from)} to ${dayWords(of.to)}.`,
        rows: cohortLines(rows).map((one) => ({
          ...{ ...one, href: one.ref === '' ? null : `/cases/${encodeURIComponent(one.ref)}` },
        })),
        ...{ back: overview, csv: href({ format: 'csv' }) },
        sheet,
      })
    }),
  }),
]
