import { DayOfWeek, LocalDate } from '@js-joda/core'

/** Easter Sunday of a Gregorian year, by the anonymous algorithm (Meeus, Jones, Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return LocalDate.of(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

const firstMonday = (year: number, month: number): LocalDate => {
  let day = LocalDate.of(year, month, 1)
  while (day.dayOfWeek() !== DayOfWeek.MONDAY) day = day.plusDays(1)
  return day
}

const lastMonday = (year: number, month: number): LocalDate =>
  firstMonday(year, month).plusDays(28).monthValue() === month
    ? firstMonday(year, month).plusDays(28)
    : firstMonday(year, month).plusDays(21)

const isWeekend = (day: LocalDate): boolean =>
  day.dayOfWeek() === DayOfWeek.SATURDAY || day.dayOfWeek() === DayOfWeek.SUNDAY

/**
 * The bank holidays of England and Wales of a year by the standing rules of the Banking and Financial Dealings Act 1971 and the usual
 * proclamations: a day that falls on a weekend moves to the next weekday that is not one itself. One-off days are not known to it.
 */
export function computedBankHolidays(year: number): readonly (readonly [day: string, title: string])[] {
  const taken = new Set<string>()
  const substitute = (day: LocalDate): LocalDate => {
    let found = day
    while (isWeekend(found) || taken.has(found.toString())) found = found.plusDays(1)
    taken.add(found.toString())
    return found
  }
  const christmas = LocalDate.of(year, 12, 25)
  const boxing = LocalDate.of(year, 12, 26)
  // When Christmas Day is a Sunday, Boxing Day keeps its Monday and Christmas Day takes the Tuesday.
  const [christmasOn, boxingOn] =
    isWeekend(christmas) && !isWeekend(boxing)
      ? ((kept) => [substitute(christmas), kept] as const)(substitute(boxing))
      : ((first) => [first, substitute(boxing)] as const)(substitute(christmas))
  const days: [LocalDate, string][] = [
    [substitute(LocalDate.of(year, 1, 1)), 'New Year’s Day'],
    [easterSunday(year).minusDays(2), 'Good Friday'],
    [easterSunday(year).plusDays(1), 'Easter Monday'],
    [firstMonday(year, 5), 'Early May bank holiday'],
    [lastMonday(year, 5), 'Spring bank holiday'],
    [lastMonday(year, 8), 'Summer bank holiday'],
    [christmasOn, 'Christmas Day'],
    [boxingOn, 'Boxing Day'],
  ]
  return days.map(([day, title]) => [day.toString(), title] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}
