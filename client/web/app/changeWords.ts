import { isoDay } from '../../../domain/calendar/isoDay'
import { dayWords } from './momentWords'

/** How what is due changes, from one due day (ISO date) to another; null where there is none. Said alike of an import and of new rules. */
export function changeWords(from: string | null, to: string | null): string {
  const day = (text: string): string => dayWords(isoDay(text))
  if (from === null) return to === null ? '' : `New, due by ${day(to)}`
  return to === null ? `No longer due; was due by ${day(from)}` : `Due by ${day(to)} instead of ${day(from)}`
}
