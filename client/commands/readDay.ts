import { LocalDate } from '@js-joda/core'

const FIRST = LocalDate.of(1900, 1, 1)
const LAST = LocalDate.of(2199, 12, 31)

/** A day as a person writes it, `2026-03-02`; undefined when it does not exist, or lies before 1900 or after 2199: a slip of the hand. */
export function readDay(text: string): LocalDate | undefined {
  let day: LocalDate
  try {
    day = LocalDate.parse(text)
  } catch {
    return undefined // answered to the person by the caller
  }
  return day.isBefore(FIRST) || day.isAfter(LAST) ? undefined : day
}
