import { LocalDate } from '@js-joda/core'
import { BANK_HOLIDAYS, PUBLISHED_TO } from './bankHolidays'
import { computedBankHolidays } from './computedBankHolidays'
import type { WorkingCalendar } from './workingCalendar'

/** Years outside the published list are computed from and to here: no planner stops for want of a calendar. */
const COMPUTED_FROM = 1971
const COMPUTED_TO = 2100

let published: ReadonlyMap<string, string> | undefined

/**
 * The calendar of England and Wales: published days, later years by rule, and one-off days a council has added (`[ISO date, title]`).
 * After the last published day the dates are computed, and explanations say so.
 */
export function englandAndWales(oneOffDays: readonly (readonly [day: string, title: string])[] = []): WorkingCalendar {
  published ??= publishedAndComputed()
  const added = oneOffDays.length === 0 ? '' : `+${oneOffDays.map(([day]) => day).join(',')}`
  return {
    version: `england-and-wales@2026-11${added}`,
    holidays: oneOffDays.length === 0 ? published : new Map([...published, ...oneOffDays]),
    publishedTo: LocalDate.parse(PUBLISHED_TO),
  }
}

function publishedAndComputed(): ReadonlyMap<string, string> {
  const first = Number(BANK_HOLIDAYS[0]?.[0].slice(0, 4))
  const last = Number(PUBLISHED_TO.slice(0, 4))
  const days = new Map<string, string>()
  for (let year = COMPUTED_FROM; year < first; year += 1)
    for (const [day, title] of computedBankHolidays(year)) days.set(day, title)
  for (const [day, title] of BANK_HOLIDAYS) days.set(day, title)
  for (let year = last + 1; year <= COMPUTED_TO; year += 1)
    for (const [day, title] of computedBankHolidays(year)) days.set(day, title)
  return days
}
