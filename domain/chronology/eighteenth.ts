import { LocalDate } from '@js-joda/core'

/** The eighteenth birthday; 1 March for somebody born on 29 February when that year has none. */
export function eighteenthBirthday(bornOn: LocalDate): LocalDate {
  const year = bornOn.year() + 18
  return bornOn.monthValue() === 2 && bornOn.dayOfMonth() === 29 && !LocalDate.of(year, 1, 1).isLeapYear()
    ? LocalDate.of(year, 3, 1)
    : LocalDate.of(year, bornOn.monthValue(), bornOn.dayOfMonth())
}
