import { isoDay } from '../../calendar/isoDay'
import type { BarChart } from '../../picture/bars'
import type { TeamMonth } from '../../supervision/figures/teamMonth'
import { govukMonth } from '../../timeline/govukDate'
import { figureWords, type Figure } from '../figure'
import { groupSupervision } from '../groupSupervision'
import { MOST_MONTHS } from '../monthsOf'

/** Cases discussed of those open in group supervision, month by month, all teams together; none where no month has any. */
export function coverageChart(teamMonths: readonly TeamMonth[]): readonly BarChart[] {
  const names = [...new Set(teamMonths.map(({ month }) => month))].sort().slice(-MOST_MONTHS)
  const bars = names.map((name) => {
    const first = isoDay(`${name}-01`)
    const found = discussed(teamMonths.filter(({ month }) => month === name))
    const of = found?.of?.length ?? 0
    return {
      label: govukMonth(first),
      value: found === undefined || of === 0 ? null : found.counted.length / of,
      shown: found === undefined || of === 0 ? 'no case was open' : figureWords(found),
      list:
        of === 0
          ? null
          : { of: 'figure' as const, id: 'discussed', days: { from: first, to: first.plusMonths(1).minusDays(1) } },
    }
  })
  if (bars.every(({ value }) => value === null)) return []
  return [
    {
      ...{ id: 'chart-coverage', title: 'Cases discussed, by month', bars, full: 1, line: null },
      words: 'A full bar is every case that was open in group supervision in the month.',
      head: ['Month', 'Cases discussed'],
    },
  ]
}

const discussed = (months: readonly TeamMonth[]): Figure | undefined =>
  groupSupervision(months).find(({ id }) => id === 'discussed')
