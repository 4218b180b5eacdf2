import { LocalDate } from '@js-joda/core'
import { chartTable } from '../../../client/web/reports/chartShown'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { inTimeCharts } from '../../../domain/figures/charts/inTimeCharts'
import { lateCharts } from '../../../domain/figures/charts/lateCharts'
import { reachedChart } from '../../../domain/figures/charts/reachedChart'
import { MOST_WORKERS, workersChart } from '../../../domain/figures/charts/workersChart'
import { figureWords, share } from '../../../domain/figures/figure'
import { MOST_MONTHS, monthsOf } from '../../../domain/figures/monthsOf'
import { inTimeFigures, lateFigures, type DueRow } from '../../../domain/figures/timeliness'
import { barsSvg, type BarChart } from '../../../domain/picture/bars'
import { allOf, described, named, pictureOf, titles } from '../../domain/svgOf'

const day = (text: string): LocalDate => LocalDate.parse(text)
const TODAY = day('2026-06-30')
const PERIOD = { from: day('2026-04-15'), to: TODAY }

const row = (dueOn: string, state: DueRow['state'], endedOn: string | null, more: Partial<DueRow> = {}): DueRow => ({
  ...{ ref: 'N-1', rule: 'visit', title: 'Visit', dueOn: day(dueOn), state, lateUnit: 'working-days' },
  endedOn: endedOn === null ? null : day(endedOn),
  ...more,
})
const ROWS = [
  row('2026-04-20', 'met', '2026-04-20'),
  row('2026-04-21', 'met-late', '2026-04-22'),
  row('2026-06-05', 'open', null),
  row('2026-06-08', 'met-late', '2026-06-11', { rule: 'review-next', title: 'Review', lateUnit: 'calendar-days' }),
]

/** What is written of each bar: its name, its figure. */
const written = (chart: BarChart): readonly (readonly string[])[] => {
  const texts = named(pictureOf(barsSvg(chart)), 'text').map(({ text }) => text)
  return chart.bars.map((_, index) => texts.slice(2 * index, 2 * index + 2))
}
const table = (chart: BarChart) => chartTable(chart, (list) => JSON.stringify(list)).rows

describe('the pictures of reports', () => {
  const charts = [
    ...inTimeCharts(ROWS, PERIOD, TODAY),
    ...lateCharts(ROWS, { today: TODAY, calendar: englandAndWales() }),
    ...workersChart([
      { id: 'a', name: 'A B', children: 15, families: 6 },
      { id: 'b', name: 'C D', children: 16, families: 1 },
      { id: 'c', name: 'E F', children: 0, families: 0 },
    ]),
  ]

  it('say the numbers of their tables, in the same order, and in their description', () => {
    expect(charts.length).toBe(5)
    for (const chart of charts) {
      expect(written(chart)).toEqual(table(chart).map((cells) => cells.map(({ text }) => text)))
      for (const { label, shown } of chart.bars)
        expect(described(pictureOf(barsSvg(chart)))).toContain(`${label}: ${shown}.`)
    }
  })

  it('have bars as long as their numbers, and none where there is nothing to be a share of', () => {
    const visits = charts.find(({ id }) => id === 'chart-visits-in-time')
    if (visits === undefined) throw new Error('no chart')
    expect(visits.bars.map(({ shown }) => shown)).toEqual(['1 of 2 (50 %)', 'none due', '0 of 1 (0 %)'])
    const svg = pictureOf(barsSvg(visits))
    const bars = named(svg, 'rect').filter(({ attributes }) => attributes['class'] === 'cc-bar')
    expect(bars.map(({ attributes }) => Number(attributes['width']))).toEqual([139, 0])
    expect(titles(svg)).toEqual(['April 2026: 1 of 2 (50 %)', 'June 2026: 0 of 1 (0 %)'])
  })

  it('carry no style attribute, which the pages’ policy forbids', () => {
    for (const chart of charts)
      for (const { name, attributes } of allOf(pictureOf(barsSvg(chart))))
        expect([name, Object.keys(attributes)]).not.toEqual([name, expect.arrayContaining(['style'])])
  })

  it('agree with the figures beside them: months add up, medians are the same', () => {
    const due = inTimeFigures(ROWS, TODAY).filter(({ of }) => of !== null && of.length > 0)
    const numbers = (id: string) =>
      charts.find((one) => one.id === `chart-${id}`)?.bars.map(({ shown }) => Number(shown.split(' ')[0]) || 0)
    expect(due.map(({ id }) => numbers(id)?.reduce((sum, one) => sum + one, 0))).toEqual(
      due.map(({ counted }) => counted.length),
    )
    expect(due.length).toBe(2)
    const late = lateCharts(ROWS, { today: TODAY, calendar: englandAndWales() })
    expect(late.map(({ id }) => id)).toEqual(['chart-late-working-days', 'chart-late-days'])
    for (const figure of lateFigures(ROWS, { today: TODAY, calendar: englandAndWales() })) {
      const bar = late.flatMap(({ bars }) => bars).find(({ list }) => list?.of === 'figure' && list.id === figure.id)
      expect(figureWords(figure)).toContain(`median ${bar?.shown ?? 'missing'} late`)
    }
  })

  it('open the list of the very month, as far as it lies in the period', () => {
    expect(charts.filter(({ id }) => id === 'chart-visits-in-time').map((one) => table(one)[0]?.[1]?.href)).toEqual([
      JSON.stringify({
        ...{ of: 'figure', id: 'visits-in-time' },
        days: { name: 'April 2026', from: PERIOD.from, to: day('2026-04-30') },
      }),
    ])
    expect(monthsOf({ from: day('2020-01-31'), to: TODAY }).length).toBe(MOST_MONTHS)
    expect(monthsOf({ from: TODAY, to: TODAY })).toEqual([{ name: 'June 2026', from: TODAY, to: TODAY }])
  })

  it('say in words who holds over 15; the line stands at 15', () => {
    const [chart] = workersChart([
      { id: 'a', name: 'A B', children: 15, families: 6 },
      { id: 'b', name: 'C D', children: 16, families: 1 },
    ])
    expect(chart?.bars.map(({ label, shown }) => [label, shown])).toEqual([
      ['C D', '16 in 1 family, over 15'],
      ['A B', '15 in 6 families'],
    ])
    expect(chart?.line?.at).toBe(15)
    const many = Array.from({ length: MOST_WORKERS + 5 }, (_, n) => ({
      id: String(n),
      name: String(n),
      children: 1,
      families: 1,
    }))
    expect(workersChart(many)[0]?.bars.length).toBe(MOST_WORKERS)
    expect(workersChart(many)[0]?.words).toContain('of 35')
    expect(workersChart([])).toEqual([])
  })

  it('show open alerts as the figures count them', () => {
    const alert = { ref: 'N-1', words: '' }
    const figures = ['team-manager', 'director'].map((to, n) =>
      share({ id: `open-${to}`, title: `Open, told to the ${to}`, words: '' }, [0, 0, 1], {
        isCounted: (one) => one === n,
        line: () => alert,
      }),
    )
    expect(reachedChart(figures)[0]?.bars.map(({ label, shown }) => [label, shown])).toEqual([
      ['told to the team-manager', '2'],
      ['told to the director', '1'],
    ])
    expect(reachedChart([])).toEqual([])
  })
})
