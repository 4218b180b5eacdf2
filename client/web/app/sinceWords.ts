import { isoDay } from '../../../domain/calendar/isoDay'
import { dayWords } from './momentWords'

/** What an extract that knows no first day is taken to say. */
const BEGINNING = '1900-01-01'

/** Since when somebody has a role, in words. `from`: ISO date. */
export const sinceWords = (from: string): string => (from <= BEGINNING ? 'before Caseclock' : dayWords(isoDay(from)))
