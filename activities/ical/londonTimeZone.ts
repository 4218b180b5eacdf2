import { tzlib_get_ical_block } from 'timezones-ical-library'

export const LONDON = 'Europe/London'

/**
 * The VTIMEZONE of Europe/London, CRLF between its lines and none at its end: summer time from the last Sunday of March to the last of October,
 * 01:00 UTC, as rules without an end. It starts them in 1970; they hold from 1996, before any session. Throws when the library has no such zone.
 * Source: IANA time zone database, file `europe`, rules GB-Eire and EU.
 */
export function londonTimeZone(): string {
  const [block] = [tzlib_get_ical_block(LONDON)].flat()
  if (block?.startsWith('BEGIN:VTIMEZONE\r\n') !== true)
    throw new Error('timezones-ical-library has no Europe/London. Install the version that package.json names.')
  return block
}
