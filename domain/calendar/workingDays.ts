import { DayOfWeek, type LocalDate } from '@js-joda/core'
import { remembering } from './remembering'
import type { WorkingCalendar } from './workingCalendar'

/** Monday to Friday and no bank holiday of England and Wales. */
export const isWorkingDay = (day: LocalDate, calendar: WorkingCalendar): boolean =>
  day.dayOfWeek() !== DayOfWeek.SATURDAY &&
  day.dayOfWeek() !== DayOfWeek.SUNDAY &&
  !calendar.holidays.has(day.toString())

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
export const workingDaysAfter = (count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  count <= 0 ? day : counted(day, count, calendar)

/** The `count`-th working day before a day. `count` 0 is the day itself. */
export const workingDaysBefore = (count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  count <= 0 ? day : counted(day, -count, calendar)

/** So many working days on, or less than 0 back. */
const counted = remembering((day, count, calendar): LocalDate => {
  const step = count < 0 ? -1 : 1
  let found = day
  for (let left = Math.abs(count); left > 0;) {
    found = found.plusDays(step)
    if (isWorkingDay(found, calendar)) left -= 1
  }
  return found
})

/** How many working days lie after one day, up to and including another; 0 when the other is not later. */
export function workingDaysBetween(after: LocalDate, upTo: LocalDate, calendar: WorkingCalendar): number {
  let count = 0
  for (let day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1))
    if (isWorkingDay(day, calendar)) count += 1
  return count
}

/** Weekdays after one day, up to and including another, that are bank holidays: the days a count left out. */
export const holidaysBetween = (after: LocalDate, upTo: LocalDate, calendar: WorkingCalendar): readonly Holiday[] =>
  upTo.isAfter(after) ? leftOut(after, upTo.toEpochDay() - after.toEpochDay(), calendar) : []

interface Holiday {
  readonly on: LocalDate
  readonly title: string
}

/** Of so many days after a day. */
const leftOut = remembering((after, days, calendar): readonly Holiday[] => {
  const found: Holiday[] = []
  for (let day = after, left = days; left > 0; left -= 1) {
    day = day.plusDays(1)
    const title = calendar.holidays.get(day.toString())
    if (title !== undefined && day.dayOfWeek() !== DayOfWeek.SATURDAY && day.dayOfWeek() !== DayOfWeek.SUNDAY)
      found.push({ on: day, title })
  }
  return found
})
