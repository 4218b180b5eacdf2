import type { ICalDayJsStub } from 'ical-generator'
import { londonDay, londonMinutes } from '../../domain/calendar/london'

const two = (part: number): string => String(part).padStart(2, '0')

/**
 * A moment (epoch milliseconds) as ical-generator takes a date that it writes with `TZID=Europe/London`. It is handed as what dayjs would be,
 * because it writes a JavaScript Date in the time zone of the machine. Whole minutes.
 */
export function londonWallTime(moment: number): ICalDayJsStub {
  const day = londonDay(moment).toString().replaceAll('-', '')
  const minutes = londonMinutes(moment)
  const time = `${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`
  const wall: ICalDayJsStub = {
    isValid: () => true,
    tz: () => wall,
    format: (pattern) => (pattern === 'YYYYMMDD' ? day : time),
    toDate: () => new Date(moment),
    toJSON: () => `${day}T${time}`,
  }
  return wall
}
