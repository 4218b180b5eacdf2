import { barsSvg, type BarChart, type BarList } from '../../../domain/picture/bars'
import { cells, type Table } from '../app/table'
import { drawn } from '../app/views'
import { reportHref, type Addressed } from './reportAsking'

/** A picture with its table: the same bars, and every figure opens its list. `group`: the page it stands on. */
export const chartShown = (chart: BarChart, group: string, of: Addressed) => ({
  ...{ title: chart.title, words: chart.words, picture: drawn(barsSvg(chart)) },
  table: chartTable(chart, (list) => listHref(list, group, of)),
})

/** The table twin of a picture. */
export const chartTable = ({ title, head, bars }: BarChart, hrefOf: (list: BarList) => string): Table => ({
  ...{ caption: title, head, empty: 'There is nothing to show.' },
  rows: bars.map(({ label, shown, list }) => cells(label, list === null ? shown : { text: shown, href: hrefOf(list) })),
})

function listHref(list: BarList, group: string, of: Addressed): string {
  switch (list.of) {
    case 'figure':
      return reportHref(`/reports/${group}/${list.id}`, { ...of, ...(list.days ?? {}) })
    case 'person':
      return reportHref('/reports/held', { ...of, worker: { id: list.id } })
  }
}
