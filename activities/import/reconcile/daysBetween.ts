import { ChronoUnit } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'

/** Calendar days from one ISO day to another; negative backwards. */
export const daysBetween = (from: string, to: string): number => isoDay(from).until(isoDay(to), ChronoUnit.DAYS)
