import type { LocalDate } from '@js-joda/core'
import type { BarChart, Days } from '../../picture/bars'
import { figureWords } from '../figure'
import { monthsOf } from '../monthsOf'
import { inTimeFigures, type DueRow } from '../timeliness'

/** Each share of what was done in time, month by month; one of which nothing fell due is left out. */
export function inTimeCharts(rows: readonly DueRow[], period: Days, today: LocalDate): readonly BarChart[] {
  const months = monthsOf(period).map((days) => ({
    days,
    figures: inTimeFigures(
      rows.filter(({ dueOn }) => !dueOn.isBefore(days.from) && !dueOn.isAfter(days.to)),
      today,
    ),
  }))
  return inTimeFigures(rows, today)
    .filter(({ of }) => of !== null && of.length > 0)
    .map(({ id, title }) => ({
      ...{ id: `chart-${id}`, title: `${title}, by month`, full: 1, line: null },
      words: 'A full bar is all of what fell due in the month, done in time.',
      head: ['Fell due in', 'Done in time'],
      bars: months.map(({ days, figures }) => {
        const month = figures.find((one) => one.id === id)
        const of = month?.of?.length ?? 0
        return month === undefined || of === 0
          ? { label: days.name, value: null, shown: 'none due', list: null }
          : {
              label: days.name,
              value: month.counted.length / of,
              shown: figureWords(month),
              list: { of: 'figure', id, days },
            }
      }),
    }))
}
