import { ChronoUnit, LocalDate } from '@js-joda/core'

/** Calendar days from one ISO day to another; negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  LocalDate.parse(from).until(LocalDate.parse(to), ChronoUnit.DAYS)
