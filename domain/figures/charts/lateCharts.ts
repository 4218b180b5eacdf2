import type { BarChart } from '../../picture/bars'
import { daysWords, lateRules, type DueRow, type LateAsked } from '../timeliness'

const UNITS = [
  { unit: 'working-days', id: 'chart-late-working-days', title: 'How late, in working days' },
  { unit: 'calendar-days', id: 'chart-late-days', title: 'How late, in days' },
] as const

/** The middle of how late each rule was: working days and calendar days are never put side by side. */
export function lateCharts(rows: readonly DueRow[], asked: LateAsked): readonly BarChart[] {
  const late = lateRules(rows, asked)
  return UNITS.flatMap(({ unit, id, title }): readonly BarChart[] => {
    const own = late.filter((one) => one.unit === unit)
    if (own.length === 0) return []
    return [
      {
        ...{ id, title, full: Math.max(...own.map(({ days }) => days)), line: null },
        words: 'Half of what was late was late by no more than this. What is still open counts up to today.',
        head: ['What was late', 'Late by (median)'],
        bars: own.map((one) => ({
          ...{ label: one.title, value: one.days, shown: daysWords(one.days, unit) },
          list: { of: 'figure', id: `late-${one.rule}`, days: null },
        })),
      },
    ]
  })
}
