import type { YearRow } from '../../../activities/supervision/yearRow'
import type { Pattern } from '../../../domain/supervision/yearInput'
import { wallTimeAfter } from '../../../domain/calendar/wallTime'

const ORDINALS = ['', '1st', '2nd', '3rd', '4th', '5th']

/** `Every Tuesday, 09:30 to 13:00`, `1st and 3rd Tuesday of the month, 09:30 to 10:30`. */
const oneWords = ({ weekday, nth, at, minutes }: Pattern): string => {
  const day = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`
  const which = [...nth].sort().map((one) => ORDINALS[one] ?? '')
  const when = nth.length === 5 ? `Every ${day}` : `${listed(which)} ${day} of the month`
  return `${when}, ${at} to ${wallTimeAfter(at, minutes)}`
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** When a team meets, and where, in a line. */
export const patternWords = ({
  pattern,
  room,
  minutesPerCase,
}: Pick<YearRow, 'pattern' | 'room' | 'minutesPerCase'>): string =>
  [...pattern.map(oneWords), ...(room === '' ? [] : [room]), `${String(minutesPerCase)} minutes a case`].join(' · ')
