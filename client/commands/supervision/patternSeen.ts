import { createHash } from 'node:crypto'
import type { YearRow } from '../../../activities/supervision/yearRow'

type Shown = Pick<YearRow, 'pattern' | 'minutesPerCase' | 'room' | 'closedDates'>

/** What the form of a team's pattern showed, in short: another one has been changed since. What else of the year changes, such as its plan, does not count. */
export function patternSeen(year: Shown | undefined): string {
  if (year === undefined) return 'none'
  const { pattern, minutesPerCase, room, closedDates } = year
  const series = pattern.map(({ weekday, nth, at, minutes }) => [weekday, nth, at, minutes])
  const whole = [series, minutesPerCase, room, closedDates.map((day) => day.toString())]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 16)
}
