import { ICalCalendar, type ICalCalendarData } from 'ical-generator'
import { londonTimeZone } from './londonTimeZone'

const PRODUCT = { company: 'Caseclock', product: 'Group supervision', language: 'EN' }

/**
 * The text of a calendar: CRLF after every line, no line over 75 octets, VTIMEZONE of Europe/London before the first event. The library would
 * write the zone before REFRESH-INTERVAL and leave it out of a calendar without events, where RFC 5545, section 3.6, asks for the properties
 * first and for one component at least; and with a zone set on the calendar it writes DTSTAMP in that zone, not in UTC (section 3.8.7.2).
 */
export function writeCalendar(calendar: ICalCalendarData): string {
  const text = new ICalCalendar({ ...calendar, prodId: PRODUCT }).toString()
  const zone = londonTimeZone()
  return `${text.replace(/^(BEGIN:VEVENT|END:VCALENDAR)$/m, (first) => `${zone}\r\n${first}`)}\r\n`
}
