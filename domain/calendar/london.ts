import '@js-joda/timezone'
import { Instant, LocalTime, ZoneId, type LocalDate } from '@js-joda/core'

/** The only place that knows the time zone of the authority. */
const LONDON = ZoneId.of('Europe/London')

/** The moment at so many minutes of a London day, epoch milliseconds. A time the clocks skip is the one an hour later; one they repeat is the first. */
export const londonMoment = (day: LocalDate, minutesOfDay: number): number =>
  day
    .atTime(LocalTime.ofSecondOfDay(minutesOfDay * 60))
    .atZone(LONDON)
    .toInstant()
    .toEpochMilli()

/** The London day of a moment. */
export const londonDay = (moment: number): LocalDate => Instant.ofEpochMilli(moment).atZone(LONDON).toLocalDate()

/** Minutes since midnight, London wall time, of a moment. */
export const londonMinutes = (moment: number): number => {
  const time = Instant.ofEpochMilli(moment).atZone(LONDON).toLocalTime()
  return time.hour() * 60 + time.minute()
}
