import { Instant, LocalDate, LocalDateTime } from '@js-joda/core'
import type ICAL from 'ical.js'

/** What was written, as jCal has it (RFC 7265): ical.js would turn the 31st of February into the 3rd of March. */
const written = (event: ICAL.Component, name: string): readonly string[] =>
  event.getAllProperties(name).map((property) => {
    const [, , , value] = property.toJSON() as readonly unknown[]
    return typeof value === 'string' ? value : ''
  })

function isDate(text: string): boolean {
  try {
    if (text.includes('T')) LocalDateTime.parse(text.replace(/Z$/, ''))
    else LocalDate.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * When an answer was written, epoch milliseconds, or null when it does not say; undefined when DTSTAMP is no moment in UTC or stands twice, or
 * when DTSTART, DTEND or RECURRENCE-ID is no date. Source: RFC 5545, sections 3.3.5 and 3.8.7.2.
 */
export function replyStamp(event: ICAL.Component): number | null | undefined {
  const others = ['dtstart', 'dtend', 'recurrence-id'].flatMap((name) => written(event, name))
  if (!others.every(isDate)) return undefined
  const [stamp, ...more] = written(event, 'dtstamp')
  if (stamp === undefined) return null
  return more.length === 0 && stamp.endsWith('Z') && isDate(stamp) ? Instant.parse(stamp).toEpochMilli() : undefined
}
