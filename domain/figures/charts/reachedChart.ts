import type { BarChart } from '../../picture/bars'
import type { Figure } from '../figure'
import { OPEN_TO } from '../alertsInPeriod'

/** Open alerts by how far they have gone, from the figures beside them; none where none is open. */
export function reachedChart(figures: readonly Figure[]): readonly BarChart[] {
  const reached = figures.filter(({ id }) => id.startsWith(OPEN_TO))
  if (reached.length === 0) return []
  return [
    {
      ...{ id: 'chart-reached', title: 'Open alerts by how far they have gone', line: null },
      words: 'The furthest first. A full bar is all that are open.',
      head: ['How far', 'Open alerts'],
      full: Math.max(1, ...reached.map(({ of }) => of?.length ?? 0)),
      bars: reached.map(({ id, title, counted }) => ({
        ...{ label: title.replace('Open, ', ''), value: counted.length, shown: String(counted.length) },
        list: { of: 'figure', id, days: null },
      })),
    },
  ]
}
