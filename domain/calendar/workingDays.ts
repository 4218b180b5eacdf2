import { DayOfWeek, type LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from './workingCalendar'

/** Saturday or Sunday. */
export const isWeekend = (day: LocalDate): boolean =>
  day.dayOfWeek() === DayOfWeek.SATURDAY || day.dayOfWeek() === DayOfWeek.SUNDAY

/** Monday to Friday and no bank holiday of England and Wales. */
export const isWorkingDay = (day: LocalDate, calendar: WorkingCalendar): boolean =>
  !isWeekend(day) && !calendar.holidays.has(day.toString())

/** The day itself when it is a working day, else the last one before it. */
export function lastWorkingDayUpTo(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let found = day
  while (!isWorkingDay(found, calendar)) found = found.minusDays(1)
  return found
}

/** The day itself when it is a working day, else the next one after it. */
export function nextWorkingDayFrom(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let found = day
  while (!isWorkingDay(found, calendar)) found = found.plusDays(1)
  return found
}

/** The `count`-th working day after a day, which itself is day 0. `count` 0 is the day itself. */
export function workingDaysAfter(count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let found = day
  for (let left = count; left > 0;) {
    found = found.plusDays(1)
    if (isWorkingDay(found, calendar)) left -= 1
  }
  return found
}

/** The `count`-th working day before a day. `count` 0 is the day itself. */
export function workingDaysBefore(count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let found = day
  for (let left = count; left > 0;) {
    found = found.minusDays(1)
    if (isWorkingDay(found, calendar)) left -= 1
  }
  return found
}

/** How many working days lie after one day, up to and including another; 0 when the other is not later. */
export function workingDaysBetween(after: LocalDate, upTo: LocalDate, calendar: WorkingCalendar): number {
  let count = 0
  for (let day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1))
    if (isWorkingDay(day, calendar)) count += 1
  return count
}

/** Weekdays after one day, up to and including another, that are bank holidays: the days a count left out. */
export function holidaysBetween(
  after: LocalDate,
  upTo: LocalDate,
  calendar: WorkingCalendar,
): readonly { on: LocalDate; title: string }[] {
  const found: { on: LocalDate; title: string }[] = []
  for (let day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
    const title = calendar.holidays.get(day.toString())
    if (title !== undefined && !isWeekend(day)) found.push({ on: day, title })
  }
  return found
}
