import { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from './workingCalendar'

/** What is known of a calendar so far, by epoch day: one date is asked about thousands of times. */
const known = new WeakMap<WorkingCalendar, Map<number, boolean>>()

function isWorkingEpochDay(day: number, calendar: WorkingCalendar): boolean {
  let days = known.get(calendar)
  if (days === undefined) known.set(calendar, (days = new Map<number, boolean>()))
  let working = days.get(day)
  if (working === undefined) {
    working = isWeekday(day) && !calendar.holidays.has(LocalDate.ofEpochDay(day).toString())
    days.set(day, working)
  }
  return working
}

/** Day 0, 1 January 1970, was a Thursday. */
const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5

/** Saturday or Sunday. */
export const isWeekend = (day: LocalDate): boolean => !isWeekday(day.toEpochDay())

/** Monday to Friday and no bank holiday of England and Wales. */
export const isWorkingDay = (day: LocalDate, calendar: WorkingCalendar): boolean =>
  isWorkingEpochDay(day.toEpochDay(), calendar)

/** The day itself when it is a working day, else the last one before it. */
export const lastWorkingDayUpTo = (day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  isWorkingDay(day, calendar) ? day : workingDaysBefore(1, day, calendar)

/** The day itself when it is a working day, else the next one after it. */
export const nextWorkingDayFrom = (day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  isWorkingDay(day, calendar) ? day : workingDaysAfter(1, day, calendar)

/** The `count`-th working day after a day, which itself is day 0. `count` 0 is the day itself. */
export const workingDaysAfter = (count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  stepped(count, day, { by: 1, calendar })

/** The `count`-th working day before a day. `count` 0 is the day itself. */
export const workingDaysBefore = (count: number, day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  stepped(count, day, { by: -1, calendar })

interface Stepping {
  readonly by: 1 | -1
  readonly calendar: WorkingCalendar
}

function stepped(count: number, day: LocalDate, { by, calendar }: Stepping): LocalDate {
  if (count === 0) return day
  let found = day.toEpochDay()
  for (let left = count; left > 0;) {
    found += by
    if (isWorkingEpochDay(found, calendar)) left -= 1
  }
  return LocalDate.ofEpochDay(found)
}

/** How many working days lie after one day, up to and including another; 0 when the other is not later. */
export function workingDaysBetween(after: LocalDate, upTo: LocalDate, calendar: WorkingCalendar): number {
  let count = 0
  const last = upTo.toEpochDay()
  for (let day = after.toEpochDay() + 1; day <= last; day += 1) if (isWorkingEpochDay(day, calendar)) count += 1
  return count
}

/** Weekdays after one day, up to and including another, that are bank holidays: the days a count left out. */
export function holidaysBetween(
  after: LocalDate,
  upTo: LocalDate,
  calendar: WorkingCalendar,
): readonly { on: LocalDate; title: string }[] {
  const found: { on: LocalDate; title: string }[] = []
  const last = upTo.toEpochDay()
  for (let day = after.toEpochDay() + 1; day <= last; day += 1) {
    if (!isWeekday(day) || isWorkingEpochDay(day, calendar)) continue
    const on = LocalDate.ofEpochDay(day)
    found.push({ on, title: calendar.holidays.get(on.toString()) ?? '' })
  }
  return found
}
