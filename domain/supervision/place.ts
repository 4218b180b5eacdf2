import type { LocalDate } from '@js-joda/core'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

/** A place of the month: the first Tuesday. */
export interface Place {
  readonly weekday: Weekday
  /** 1 to 5. */
  readonly nth: number
}

/** The fifth of a weekday: most months have none, so no case has its place there. */
export const FIFTH = 5

export const placeOf = (day: LocalDate): Place => ({
  weekday: WEEKDAYS[day.dayOfWeek().value() - 1] ?? 'monday',
  nth: Math.ceil(day.dayOfMonth() / 7),
})

/** A place as a number, to be compared quickly. */
export const placeKey = ({ weekday, nth }: Place): number => WEEKDAYS.indexOf(weekday) * 8 + nth

export const placeOfKey = (key: number): Place => ({ weekday: WEEKDAYS[Math.floor(key / 8)] ?? 'monday', nth: key % 8 })

/** The day of a place in the month of a day; undefined where the month has no such day. */
export function dayOfPlace({ weekday, nth }: Place, month: LocalDate): LocalDate | undefined {
  const first = month.withDayOfMonth(1)
  const ahead = (WEEKDAYS.indexOf(weekday) + 1 - first.dayOfWeek().value() + 7) % 7
  const day = first.plusDays(ahead + 7 * (nth - 1))
  return day.monthValue() === first.monthValue() ? day : undefined
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'] as const

/** `the first Tuesday`. */
export const placeWords = (key: number): string => {
  const place = placeOfKey(key)
  return `the ${ORDINALS[place.nth] ?? ''} ${place.weekday.charAt(0).toUpperCase()}${place.weekday.slice(1)}`
}
