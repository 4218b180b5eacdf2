import { figureWords, type Figure } from '../../../domain/figures/figure'
import { csvText } from '../../files/csvText'
import { noteNames } from '../../commands/web/noteNames'
import { file, NOTHING_HERE, show, type Answer } from '../app/answer'
import { page, type Asked } from '../app/page'
import { sheetOf, turnedWhole } from '../app/sheets'
import { chartShown } from './chartShown'
import { choices, reportHref } from './reportAsking'
import { REPORT_GROUPS, type GroupFigures, type ReportGroup } from './reportGroups'
import { forReport, type ReportOf } from './reportOf'

const needs = 'see-reports' as const
const CSV = 'text/csv; charset=utf-8'

/** What is asked of one group, `:group` of the path. */
const forGroup = (
  answer: (
    asked: Asked,
    of: ReportOf,
    about: GroupFigures & { readonly group: ReportGroup },
  ) => Answer | Promise<Answer>,
) =>
  forReport(async (asked, of) => {
    const group = REPORT_GROUPS.find(({ id }) => id === asked.params['group'])
    if (group === undefined) return NOTHING_HERE
    const { reader } = asked
    return answer(asked, of, {
      group,
      ...(await group.read(asked.db, { reader, ...of, worker: of.worker?.id ?? null })),
    })
  })

/** Pages that are no group of figures. */
const MORE = [
  {
    path: '/reports/forecast',
    title: 'What lies ahead',
    words: 'Conferences and everything else expected week by week, if every meeting is held on its day.',
  },
  {
    path: '/reports/cohort',
    title: 'Three and six months on',
    words:
      'Of the children who started or ended a plan, were referred or were closed in the period: who was on a plan again.',
  },
] as const

/** `/reports`: which figures there are; `/reports/:group`: they; `/reports/:group/:figure`: the list behind one. */
export const REPORTS = [
  page({
    method: 'GET',
    path: '/reports',
    needs,
    answer: forReport(({ today }, of) =>
      show('reports/reports.njk', {
        ...choices('/reports', of, today),
        groups: [
          ...REPORT_GROUPS.map(({ id, title, words }) => ({ title, words, href: reportHref(`/reports/${id}`, of) })),
          ...MORE.map(({ path, ...one }) => ({ ...one, href: reportHref(path, of) })),
        ],
      }),
    ),
  }),
  page({
    method: 'GET',
    path: '/reports/:group',
    needs,
    answer: forGroup(({ today, query }, of, { group, figures, charts }) => {
      const path = `/reports/${group.id}`
      if (query['format'] === 'csv') return file(CSV, figuresCsv(figures), { name: `${group.id}.csv` })
      return show('reports/group.njk', {
        ...choices(path, of, today),
        ...{ title: group.title, words: group.words, back: reportHref('/reports', of) },
        csv: reportHref(path, of, { format: 'csv' }),
        charts: charts.map((one) => chartShown(one, group.id, of)),
        figures: figures.map((one) => ({
          ...{ title: one.title, words: one.words, shown: figureWords(one) },
          href: reportHref(`${path}/${one.id}`, of),
          restHref:
            one.of === null || one.of.length === one.counted.length
              ? null
              : reportHref(`${path}/${one.id}`, of, { of: 'others' }),
        })),
      })
    }),
  }),
  page({
    method: 'GET',
    path: '/reports/:group/:figure',
    needs,
    answer: forGroup(async ({ db, reader, today, now, query, params }, of, { group, figures }) => {
      const figure = figures.find(({ id }) => id === params['figure'])
      // A figure of a rule that had none late in this period is not there: nothing to list.
      if (figure === undefined) return NOTHING_HERE
      const path = `/reports/${group.id}/${figure.id}`
      const isOthers = query['of'] === 'others'
      const lines = isOthers ? othersOf(figure) : figure.counted
      const more = { ...(isOthers ? { of: 'others' } : {}) }
      const { rows, ...sheet } = turnedWhole(lines, sheetOf(query), (number) =>
        reportHref(path, of, { ...more, page: String(number) }),
      )
      const isFile = query['format'] === 'csv'
      const shown = isFile ? lines : rows
      const refs = shown.map(({ ref }) => ref).filter((ref) => ref !== '')
      await noteNames(db, { actorId: reader.id, page: '/reports/:group/:figure', refs, now })
      if (isFile)
        return file(
          CSV,
          csvText(
            ['Case', 'What'],
            lines.map(({ ref, words }) => [ref, words]),
          ),
          { name: `${figure.id}.csv` },
        )
      return show('reports/list.njk', {
        ...choices(path, of, today),
        ...{ title: figure.title, words: figure.words, count: lines.length },
        others: isOthers ? 'Not among them' : null,
        rows: shown.map(({ ref, words }) => ({
          ...{ ref, words, href: ref === '' ? null : `/cases/${encodeURIComponent(ref)}` },
        })),
        back: reportHref(`/reports/${group.id}`, of),
        csv: reportHref(path, of, { ...more, format: 'csv' }),
        sheet,
      })
    }),
  }),
]

/** What it is a share of, without what it counts: by the object, for of two lines that read alike one may be counted and the other not. */
function othersOf({ of, counted }: Figure): Figure['counted'] {
  const isCounted = new Set(counted)
  return (of ?? []).filter((one) => !isCounted.has(one))
}

const figuresCsv = (figures: readonly Figure[]): string =>
  csvText(
    ['figure', 'count', 'of', 'percent', 'beside', 'what it counts'],
    figures.map(({ title, counted, of, beside, words }) => [
      ...[title, counted.length, of?.length ?? null],
      of === null || of.length === 0 ? null : Math.floor((1000 * counted.length) / of.length) / 10,
      ...[beside, words],
    ]),
  )
