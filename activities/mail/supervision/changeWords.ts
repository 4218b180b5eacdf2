import { isoDay } from '../../../domain/calendar/isoDay'
import { govukDate } from '../../../domain/timeline/govukDate'

/** What of a year became otherwise for one case. Days are ISO dates; null where it has no place. */
export interface YearChange {
  readonly ref: string
  readonly change: 'joined' | 'moved' | 'left'
  readonly from_day: string | null
  readonly to_day: string | null
  readonly why: string
}

const dayWords = (text: string | null): string => (text === null ? 'no place' : govukDate(isoDay(text)))

/** `Case N-0877 moves from 15 December 2026 to 1 December 2026: …`. */
export function changeWords({ ref, change, from_day, to_day, why }: YearChange): string {
  switch (change) {
    case 'joined':
      return `Case ${ref} is placed on ${dayWords(to_day)}: ${why}`
    case 'left':
      return `Case ${ref} leaves ${dayWords(from_day)}: ${why}`
    case 'moved':
      return `Case ${ref} moves from ${dayWords(from_day)} to ${dayWords(to_day)}: ${why}`
  }
}
