import { londonDay, londonMinutes, londonMoment } from '../calendar/london'
import { isWorkingDay, nextWorkingDayFrom } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'

const OPENS = 8 * 60
const CLOSES = 18 * 60

/** When an alert may leave: now on a working day from 08:00 to 18:00 London, otherwise at 08:00 of the next working day. Epoch milliseconds. */
export function alertWindow(now: number, calendar: WorkingCalendar): number {
  const day = londonDay(now)
  const minutes = londonMinutes(now)
  if (isWorkingDay(day, calendar) && minutes >= OPENS && minutes < CLOSES) return now
  const from = minutes < OPENS ? day : day.plusDays(1)
  return londonMoment(nextWorkingDayFrom(from, calendar), OPENS)
}
