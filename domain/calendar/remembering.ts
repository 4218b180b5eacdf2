import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from './workingCalendar'

/**
 * Keeps what was counted from a day, for each calendar and number: a forecast of a county counts the same ten working days from the same Tuesday a thousand
 * times. A calendar never changes once it is made, so the answer is the one that would be found again.
 */
export function remembering<T>(
  find: (day: LocalDate, number: number, calendar: WorkingCalendar) => T,
): (day: LocalDate, number: number, calendar: WorkingCalendar) => T {
  const found = new WeakMap<WorkingCalendar, Map<number, Map<number, T>>>()
  return (day, number, calendar) => {
    const numbers = entry(found, calendar, () => new Map<number, Map<number, T>>())
    const days = entry(numbers, number, () => new Map<number, T>())
    return entry(days, (day.year() * 16 + day.monthValue()) * 32 + day.dayOfMonth(), () => find(day, number, calendar))
  }
}

function entry<K extends WeakKey | number, V>(
  map: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
