import { isoDay } from './isoDay'
import { BANK_HOLIDAYS, PUBLISHED_TO } from './bankHolidays'
import { HolidaysByYear } from './holidaysByYear'
import type { WorkingCalendar } from './workingCalendar'

/**
 * The calendar of England and Wales: published days, other years by rule, and one-off days a council has added (`[ISO date, title]`).
 * After the last published day the dates are computed, and explanations say so.
 */
export function englandAndWales(oneOffDays: readonly (readonly [day: string, title: string])[] = []): WorkingCalendar {
  const added = oneOffDays.length === 0 ? '' : `+${oneOffDays.map(([day]) => day).join(',')}`
  return {
    version: `england-and-wales@2026-11${added}`,
    holidays: new HolidaysByYear([...BANK_HOLIDAYS, ...oneOffDays]),
    publishedTo: isoDay(PUBLISHED_TO),
  }
}
